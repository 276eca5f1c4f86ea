package dev.transportadvisor.packaging;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/**
 * A class whose static methods give what a program knows, and its helpers, made so that they give the same objects
 * without reading or checking anything: their code is one constructor call after the other. To read and bind the files
 * of all rules takes 40 ms at a start, nearly all of it spent on code that runs for the first time.
 */
final class PrebuiltClasses {

    private static final String HELPER = "Prebuilt";

    private final Class<?> source;
    private final SortedMap<String, ClassWriter> writers = new TreeMap<>();
    private int helpers;

    private PrebuiltClasses(Class<?> source) {
        this.source = source;
        start(Type.getInternalName(source), Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL);
    }

    /**
     * The class, and a helper in each package whose objects nobody else can make.
     *
     * @param source a class whose methods are static and without parameters, but for private ones
     * @return class files by path
     */
    static SortedMap<String, byte[]> of(Class<?> source) throws ReflectiveOperationException {
        PrebuiltClasses classes = new PrebuiltClasses(source);
        List<Method> methods = Arrays.stream(source.getDeclaredMethods())
                .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        for (Method method : methods) {
            method.setAccessible(true);
            new PrebuiltObject(classes, method.invoke(null)).write(method);
        }
        SortedMap<String, byte[]> files = new TreeMap<>();
        classes.writers.forEach((name, writer) -> files.put(name + ".class", writer.toByteArray()));
        return files;
    }

    /** The method that takes the place of one of the source. */
    GeneratorAdapter replacement(Method method) {
        return code(
                Type.getInternalName(source),
                Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
                org.objectweb.asm.commons.Method.getMethod(method));
    }

    /** A new method of the helper in a package. */
    GeneratorAdapter helper(String helper, org.objectweb.asm.commons.Method method) {
        if (!writers.containsKey(helper)) {
            start(helper, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC);
        }
        return code(helper, Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, method);
    }

    /** The internal name of the helper in a package. */
    static String helperIn(String packageName) {
        return packageName.replace('.', '/') + "/" + HELPER;
    }

    /** A name that no other method of a helper has. */
    String newName() {
        return "made" + helpers++;
    }

    private void start(String name, int access) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                Opcodes.V17, access | Opcodes.ACC_SUPER, name, null, Type.getInternalName(Object.class), null);
        writers.put(name, writer);
    }

    private GeneratorAdapter code(String name, int access, org.objectweb.asm.commons.Method method) {
        return new GeneratorAdapter(
                writers.get(name).visitMethod(access, method.getName(), method.getDescriptor(), null, null),
                access,
                method.getName(),
                method.getDescriptor());
    }
}
