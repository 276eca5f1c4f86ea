package dev.transportadvisor.packaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.Method;

/**
 * Does while a program is packed what Java does when an {@code invokedynamic} instruction is first reached: gives
 * lambdas a class, and {@code equals} and {@code hashCode} of records their instructions, as if they had been written
 * out.
 *
 * <p>Java makes a class for each lambda when it is first reached, about 0.1 ms each in a run that has only just begun;
 * a class that is there is loaded, from an archive in a tenth of that, and one for many lambdas only once. A
 * recommendation reaches 200 lambdas in 78 classes, and takes a fifth less time this way on Java 17, with an archive of
 * classes and without one. The first record that is compared or put into a hash table costs 8 ms, each further kind of
 * record 2 ms.
 */
final class EarlyLinking {

    private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";
    private static final String RECORDS = "java/lang/runtime/ObjectMethods";

    /** The class file version of Java 11, the first in which classes of a nest see each other's private members. */
    private static final int NESTS = 55;

    private final SortedMap<String, byte[]> classes = new TreeMap<>();
    private final SortedMap<String, Set<String>> nests = new TreeMap<>();

    private EarlyLinking() {}

    /**
     * The same classes with nothing left to link, and those of their lambdas.
     *
     * @param files class files by path, all that belong to a nest together
     */
    static SortedMap<String, byte[]> of(Map<String, byte[]> files) {
        EarlyLinking work = new EarlyLinking();
        files.forEach((path, bytes) -> work.classes.put(path, work.linked(bytes)));
        work.nests.forEach((host, members) ->
                work.classes.computeIfPresent(host + ".class", (path, bytes) -> withMembers(bytes, members)));
        return work.classes;
    }

    private byte[] linked(byte[] bytes) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(0);
        reader.accept(new Rewriter(writer), 0);
        return writer.toByteArray();
    }

    /** Rewrites one class; the classes of its lambdas are added to the others. */
    private final class Rewriter extends ClassVisitor {

        private String name = "";
        private String host = "";
        private final Map<Type, LambdaClass> lambdas = new LinkedHashMap<>();
        private final List<RecordMethod> recordMethods = new ArrayList<>();

        Rewriter(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            this.name = name;
            this.host = outermost(name);
            super.visit(Math.max(version, NESTS), access, name, signature, parent, interfaces);
            if (version < NESTS && !host.equals(name)) {
                super.visitNestHost(host);
                nests.computeIfAbsent(host, any -> new TreeSet<>()).add(name);
            }
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
            return new MethodVisitor(api, super.visitMethod(access, name, type, signature, exceptions)) {
                @Override
                public void visitInvokeDynamicInsn(String name, String type, Handle bootstrap, Object... arguments) {
                    if (isLambda(bootstrap)) {
                        Lambda lambda = lambda(name, type, arguments);
                        LambdaClass home = homeOf(lambda);
                        String factory = home.add(lambda).getName();
                        super.visitMethodInsn(Opcodes.INVOKESTATIC, home.name(), factory, type, false);
                    } else if (bootstrap.getOwner().equals(RECORDS) && RecordMethod.isWritten(name)) {
                        RecordMethod method = recordMethod(name, type, arguments);
                        recordMethods.add(method);
                        super.visitMethodInsn(
                                Opcodes.INVOKESTATIC, Rewriter.this.name, method.method().getName(), type, false);
                    } else {
                        super.visitInvokeDynamicInsn(name, type, bootstrap, arguments);
                    }
                }
            };
        }

        @Override
        public void visitEnd() {
            recordMethods.forEach(method -> method.write(cv));
            lambdas.values().forEach(this::write);
            super.visitEnd();
        }

        private LambdaClass homeOf(Lambda lambda) {
            String next = name + "$$" + lambdas.size();
            return lambdas.computeIfAbsent(lambda.type(), type -> new LambdaClass(next, host, type));
        }

        private void write(LambdaClass made) {
            classes.put(made.name() + ".class", made.bytes());
            nests.computeIfAbsent(host, any -> new TreeSet<>()).add(made.name());
        }
    }

    private static Lambda lambda(String name, String type, Object... arguments) {
        return new Lambda(
                name, Type.getMethodType(type), (Type) arguments[0], (Handle) arguments[1], (Type) arguments[2]);
    }

    /** The arguments are the record, the names of its components, and the fields that hold them. */
    private static RecordMethod recordMethod(String name, String type, Object... arguments) {
        List<Handle> components =
                Stream.of(arguments).skip(2).map(Handle.class::cast).toList();
        return new RecordMethod((Type) arguments[0], new Method(name + "$", type), components);
    }

    /** Serializable lambdas come from another method, and are left alone. */
    private static boolean isLambda(Handle bootstrap) {
        return bootstrap.getOwner().equals(METAFACTORY) && bootstrap.getName().equals("metafactory");
    }

    /** Neither our own sources nor those of the libraries have a dollar in a name of theirs. */
    private static String outermost(String name) {
        int dollar = name.indexOf('$');
        return dollar < 0 ? name : name.substring(0, dollar);
    }

    private static byte[] withMembers(byte[] bytes, Set<String> members) {
        ClassWriter writer = new ClassWriter(0);
        List<String> missing = new ArrayList<>(members);
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visitNestMember(String member) {
                                missing.remove(member);
                                super.visitNestMember(member);
                            }

                            @Override
                            public void visitEnd() {
                                missing.forEach(super::visitNestMember);
                                super.visitEnd();
                            }
                        },
                        0);
        return writer.toByteArray();
    }
}
