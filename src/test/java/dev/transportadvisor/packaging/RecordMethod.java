package dev.transportadvisor.packaging;

import java.util.List;
import java.util.Objects;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * What {@code equals} or {@code hashCode} of a record does, as a method of its class; see
 * {@link java.lang.runtime.ObjectMethods#bootstrap} for what it is made from.
 *
 * @param record the record
 * @param method what the method does, with the record as its first argument
 * @param components the fields of the record
 */
record RecordMethod(Type record, Method method, List<Handle> components) {

    private static final Type OBJECTS = Type.getType(Objects.class);
    private static final Method EQUALS = Method.getMethod("boolean equals(Object, Object)");
    private static final Method HASH = Method.getMethod("int hashCode(Object)");

    /** The most that lies on the stack: a hash and a component of two words, or two such components. */
    private static final int STACK = 4;

    /** {@code toString} is left to Java: what a run prints does not come from it. */
    static boolean isWritten(String name) {
        return name.equals("equals") || name.equals("hashCode");
    }

    void write(ClassVisitor writer) {
        int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
        String type = method.getDescriptor();
        GeneratorAdapter code = new GeneratorAdapter(
                writer.visitMethod(access, method.getName(), type, null, null), access, method.getName(), type);
        if (method.getReturnType().equals(Type.BOOLEAN_TYPE)) {
            writeEquals(code);
        } else {
            writeHash(code);
        }
        code.returnValue();
        code.visitMaxs(STACK, method.getArgumentTypes().length);
        code.visitEnd();
    }

    private void writeHash(GeneratorAdapter code) {
        code.push(0);
        for (Handle component : components) {
            Type type = Type.getType(component.getDesc());
            code.push(31);
            code.math(GeneratorAdapter.MUL, Type.INT_TYPE);
            load(code, 0, component);
            if (isReference(type)) {
                code.invokeStatic(OBJECTS, HASH);
            } else {
                code.invokeStatic(boxed(type), new Method("hashCode", Type.INT_TYPE, new Type[] {type}));
            }
            code.math(GeneratorAdapter.ADD, Type.INT_TYPE);
        }
    }

    private void writeEquals(GeneratorAdapter code) {
        Label differs = code.newLabel();
        code.loadArg(1);
        code.instanceOf(record);
        code.ifZCmp(GeneratorAdapter.EQ, differs);
        for (Handle component : components) {
            writeComparison(code, component, differs);
        }
        code.push(true);
        code.returnValue();
        code.mark(differs);
        Object[] arguments = {record.getInternalName(), Type.getInternalName(Object.class)};
        code.visitFrame(Opcodes.F_NEW, arguments.length, arguments, 0, new Object[0]);
        code.push(false);
    }

    private void writeComparison(GeneratorAdapter code, Handle component, Label differs) {
        Type type = Type.getType(component.getDesc());
        load(code, 0, component);
        load(code, 1, component);
        if (isReference(type)) {
            code.invokeStatic(OBJECTS, EQUALS);
            code.ifZCmp(GeneratorAdapter.EQ, differs);
        } else {
            // Unlike ==, this tells 0.0 from -0.0 and takes NaN for itself, as records do.
            code.invokeStatic(boxed(type), new Method("compare", Type.INT_TYPE, new Type[] {type, type}));
            code.ifZCmp(GeneratorAdapter.NE, differs);
        }
    }

    private void load(GeneratorAdapter code, int argument, Handle component) {
        code.loadArg(argument);
        if (argument > 0) {
            code.checkCast(record);
        }
        code.getField(record, component.getName(), Type.getType(component.getDesc()));
    }

    private static boolean isReference(Type type) {
        return type.getSort() >= Type.ARRAY;
    }

    private static Type boxed(Type primitive) {
        return switch (primitive.getSort()) {
            case Type.BOOLEAN -> Type.getType(Boolean.class);
            case Type.CHAR -> Type.getType(Character.class);
            case Type.BYTE -> Type.getType(Byte.class);
            case Type.SHORT -> Type.getType(Short.class);
            case Type.INT -> Type.getType(Integer.class);
            case Type.LONG -> Type.getType(Long.class);
            case Type.FLOAT -> Type.getType(Float.class);
            default -> Type.getType(Double.class);
        };
    }
}
