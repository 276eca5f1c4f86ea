package dev.transportadvisor.packaging;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * The class of one lambda; see {@link java.lang.invoke.LambdaMetafactory#metafactory} for what it is made from.
 *
 * @param name what to call the class
 * @param host the class whose private members it may use
 * @param method the method of the interface
 * @param site takes the captured values, and gives an instance of the interface
 * @param erased the type of the method as the interface has it
 * @param body what the lambda does
 * @param exact the type of the method where the lambda stands
 */
record LambdaClass(String name, String host, String method, Type site, Type erased, Handle body, Type exact) {

    /** Makes an instance of captured values. */
    static final String FACTORY = "of";

    private static final String ONLY = "only";
    private static final Type OBJECT = Type.getType(Object.class);
    private static final Method NEW_OBJECT = new Method("<init>", "()V");

    byte[] bytes() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                name,
                null,
                OBJECT.getInternalName(),
                new String[] {site.getReturnType().getInternalName()});
        writer.visitNestHost(host);
        writeConstructor(writer);
        writeFactory(writer);
        writeMethod(writer);
        writer.visitEnd();
        return writer.toByteArray();
    }

    private Type self() {
        return Type.getObjectType(name);
    }

    private Method constructor() {
        return new Method("<init>", Type.VOID_TYPE, site.getArgumentTypes());
    }

    private void writeConstructor(ClassWriter writer) {
        GeneratorAdapter code = code(writer, Opcodes.ACC_PRIVATE, constructor());
        code.loadThis();
        code.invokeConstructor(OBJECT, NEW_OBJECT);
        Type[] captured = site.getArgumentTypes();
        for (int i = 0; i < captured.length; i++) {
            int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
            writer.visitField(access, field(i), captured[i].getDescriptor(), null, null)
                    .visitEnd();
            code.loadThis();
            code.loadArg(i);
            code.putField(self(), field(i), captured[i]);
        }
        end(code);
    }

    private static String field(int index) {
        return "captured" + index;
    }

    /** Of a lambda that captures nothing there is one instance. */
    private void writeFactory(ClassWriter writer) {
        GeneratorAdapter factory =
                code(writer, Opcodes.ACC_STATIC, new Method(FACTORY, site.getReturnType(), site.getArgumentTypes()));
        if (site.getArgumentTypes().length > 0) {
            factory.newInstance(self());
            factory.dup();
            factory.loadArgs();
            factory.invokeConstructor(self(), constructor());
        } else {
            writer.visitField(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, ONLY, self().getDescriptor(), null, null)
                    .visitEnd();
            GeneratorAdapter initializer = code(writer, Opcodes.ACC_STATIC, new Method("<clinit>", "()V"));
            initializer.newInstance(self());
            initializer.dup();
            initializer.invokeConstructor(self(), constructor());
            initializer.putStatic(self(), ONLY, self());
            end(initializer);
            factory.getStatic(self(), ONLY, self());
        }
        end(factory);
    }

    private void writeMethod(ClassWriter writer) {
        GeneratorAdapter code = code(writer, Opcodes.ACC_PUBLIC, new Method(method, erased.getDescriptor()));
        if (body.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            code.newInstance(Type.getObjectType(body.getOwner()));
            code.dup();
        }
        List<Type> wanted = bodyArguments();
        Type[] captured = site.getArgumentTypes();
        for (int i = 0; i < captured.length; i++) {
            code.loadThis();
            code.getField(self(), field(i), captured[i]);
            convert(code, captured[i], wanted.get(i));
        }
        for (int i = 0; i < erased.getArgumentTypes().length; i++) {
            code.loadArg(i);
            convert(code, erased.getArgumentTypes()[i], exact.getArgumentTypes()[i]);
            convert(code, exact.getArgumentTypes()[i], wanted.get(captured.length + i));
        }
        code.visitMethodInsn(
                instruction(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
        giveBack(code);
        end(code);
    }

    /** What the body takes, the object that it is called on included. */
    private List<Type> bodyArguments() {
        List<Type> arguments = new ArrayList<>();
        if (body.getTag() != Opcodes.H_INVOKESTATIC && body.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
            arguments.add(Type.getObjectType(body.getOwner()));
        }
        arguments.addAll(List.of(Type.getArgumentTypes(body.getDesc())));
        return arguments;
    }

    /** A private method is called like any other inside a nest. */
    private int instruction() {
        return switch (body.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> body.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    }

    private void giveBack(GeneratorAdapter code) {
        Type given = body.getTag() == Opcodes.H_NEWINVOKESPECIAL
                ? Type.getObjectType(body.getOwner())
                : Type.getReturnType(body.getDesc());
        if (!erased.getReturnType().equals(Type.VOID_TYPE)) {
            convert(code, given, exact.getReturnType());
            convert(code, exact.getReturnType(), erased.getReturnType());
        } else if (given.getSize() == 2) {
            code.pop2();
        } else if (given.getSize() == 1) {
            code.pop();
        }
    }

    private static void convert(GeneratorAdapter code, Type from, Type to) {
        if (from.equals(to)) {
            return;
        }
        if (isPrimitive(from) && isPrimitive(to)) {
            code.cast(from, to);
        } else if (isPrimitive(from)) {
            code.valueOf(from);
        } else if (isPrimitive(to)) {
            code.unbox(to);
        } else {
            code.checkCast(to);
        }
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    private static GeneratorAdapter code(ClassWriter writer, int access, Method method) {
        return new GeneratorAdapter(
                writer.visitMethod(access, method.getName(), method.getDescriptor(), null, null),
                access,
                method.getName(),
                method.getDescriptor());
    }

    private static void end(GeneratorAdapter code) {
        code.returnValue();
        code.endMethod();
    }
}
