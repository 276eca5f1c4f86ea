package dev.transportadvisor.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * A lambda; see {@link java.lang.invoke.LambdaMetafactory#metafactory} for what it is made from.
 *
 * @param name the name of the interface's method
 * @param site takes the captured values, and gives an instance of the interface
 * @param erased the type of the method as the interface has it
 * @param body what the lambda does
 * @param exact the type of the method where the lambda stands
 */
record Lambda(String name, Type site, Type erased, Handle body, Type exact) {

    /** The method of the interface. */
    Method method() {
        return new Method(name, erased.getDescriptor());
    }

    Type type() {
        return site.getReturnType();
    }

    Type[] captured() {
        return site.getArgumentTypes();
    }

    /**
     * Writes what the method of the interface does, up to its return.
     *
     * @param loadCaptured pushes one of the captured values, by its index
     */
    void write(GeneratorAdapter code, IntConsumer loadCaptured) {
        if (body.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            code.newInstance(Type.getObjectType(body.getOwner()));
            code.dup();
        }
        List<Type> wanted = bodyArguments();
        for (int i = 0; i < captured().length; i++) {
            loadCaptured.accept(i);
            convert(code, captured()[i], wanted.get(i));
        }
        for (int i = 0; i < erased.getArgumentTypes().length; i++) {
            code.loadArg(i);
            convert(code, erased.getArgumentTypes()[i], exact.getArgumentTypes()[i]);
            convert(code, exact.getArgumentTypes()[i], wanted.get(captured().length + i));
        }
        code.visitMethodInsn(instruction(), body.getOwner(), body.getName(), body.getDesc(), body.isInterface());
        giveBack(code);
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
}
