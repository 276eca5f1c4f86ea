package dev.transportadvisor.packaging;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/** Writes the code that makes one object with all that it holds. What it holds several times is made once. */
final class PrebuiltObject {

    private static final Type OBJECT = Type.getType(Object.class);
    private static final Type COLLECTIONS = Type.getType(Collections.class);
    private static final Type SHARED = Type.getType(Object[].class);

    /** An object of more parts gets a method of its own, since the code of a method ends at 64 KB. */
    private static final int LARGE = 100;

    /** Of an object with more parts, each that has parts itself gets one, too; 5,000 of them are possible. */
    private static final int HUGE = 20 * LARGE;

    private final PrebuiltClasses classes;
    private final Object root;
    private final Blueprint blueprint;

    /**
     * What is in the array by now that all methods for this object share: what is held several times has a place
     * there.
     */
    private final Set<Object> made = Collections.newSetFromMap(new IdentityHashMap<>());

    PrebuiltObject(PrebuiltClasses classes, Object root) {
        this.classes = classes;
        this.root = root;
        this.blueprint = new Blueprint(root);
    }

    /** Makes the object the result of a method. */
    void write(java.lang.reflect.Method method) {
        GeneratorAdapter code = classes.replacement(method);
        int shared = code.newLocal(SHARED);
        code.push(blueprint.shared());
        code.newArray(OBJECT);
        code.storeLocal(shared);
        new Body(code, method.getDeclaringClass().getPackageName(), () -> code.loadLocal(shared)).push(root, LARGE);
        code.returnValue();
        code.endMethod();
    }

    /** Code in one method. */
    private final class Body {

        private final GeneratorAdapter code;
        private final String packageName;
        private final Runnable loadShared;

        Body(GeneratorAdapter code, String packageName, Runnable loadShared) {
            this.code = code;
            this.packageName = packageName;
            this.loadShared = loadShared;
        }

        /** @param most how many parts it may have to be made here and now */
        void push(Object object, int most) {
            Recipe recipe = blueprint.recipe(object);
            Class<?> type = blueprint.type(object);
            boolean isOurs = blueprint.isUsable(object, packageName);
            if (recipe instanceof Recipe.Constant constant && isOurs) {
                pushConstant(constant.value());
            } else if (isOurs && made.contains(object)) {
                loadShared.run();
                code.push(blueprint.place(object));
                code.arrayLoad(OBJECT);
                code.checkCast(Type.getType(type));
            } else if (isOurs && blueprint.parts(object) <= most) {
                make(object, recipe);
            } else {
                // Near what it makes, so that a command loads only the helpers of what it needs.
                String owner = type.getPackageName().startsWith("java.") ? packageName : type.getPackageName();
                callHelper(object, owner, Type.getType(type));
            }
        }

        /** Lets a new method of a helper push it. */
        private void callHelper(Object object, String owner, Type type) {
            Method method = new Method(classes.newName(), type, new Type[] {SHARED});
            String helper = PrebuiltClasses.helperIn(owner);
            GeneratorAdapter body = classes.helper(helper, method);
            new Body(body, owner, body::loadArgs).makeOrLoad(object);
            body.returnValue();
            body.endMethod();
            loadShared.run();
            code.invokeStatic(Type.getObjectType(helper), method);
        }

        private void makeOrLoad(Object object) {
            if (made.contains(object) || blueprint.recipe(object) instanceof Recipe.Constant) {
                push(object, LARGE);
            } else {
                make(object, blueprint.recipe(object));
            }
        }

        private void make(Object object, Recipe recipe) {
            int most = blueprint.parts(object) > HUGE ? 1 : LARGE;
            if (recipe instanceof Recipe.Elements elements) {
                pushElements(elements, most);
            } else if (recipe instanceof Recipe.Call call) {
                pushCall(call, most);
            }
            if (blueprint.isShared(object)) {
                made.add(object);
                code.dup();
                loadShared.run();
                code.swap();
                code.push(blueprint.place(object));
                code.swap();
                code.arrayStore(OBJECT);
            }
        }

        private void pushConstant(Object value) {
            if (value instanceof Enum<?> constant) {
                Type type = Type.getType(constant.getDeclaringClass());
                code.getStatic(type, constant.name(), type);
            } else if (value instanceof String text) {
                code.push(text);
            } else {
                Class<?> type = MethodType.methodType(value.getClass()).unwrap().returnType();
                pushPrimitive(value, type);
                code.valueOf(Type.getType(type));
            }
        }

        private void pushPrimitive(Object value, Class<?> type) {
            if (type == int.class) {
                code.push((int) value);
            } else if (type == long.class) {
                code.push((long) value);
            } else {
                code.push((boolean) value);
            }
        }

        private void pushCall(Recipe.Call call, int most) {
            Executable maker = call.maker();
            Type owner = Type.getType(maker.getDeclaringClass());
            if (maker instanceof Constructor<?>) {
                code.newInstance(owner);
                code.dup();
            }
            for (int i = 0; i < call.arguments().size(); i++) {
                pushArgument(call.arguments().get(i), maker.getParameterTypes()[i], most);
            }
            if (maker instanceof Constructor<?> constructor) {
                code.invokeConstructor(owner, Method.getMethod(constructor));
            } else {
                code.invokeStatic(owner, Method.getMethod((java.lang.reflect.Method) maker));
            }
        }

        private void pushArgument(Object argument, Class<?> type, int most) {
            if (type.isPrimitive()) {
                pushPrimitive(argument, type);
                return;
            } else if (!type.isAssignableFrom(blueprint.type(argument))) {
                throw new IllegalArgumentException("Cannot make a " + type + ", only a List, Set or Map");
            }
            push(argument, most);
        }

        private void pushElements(Recipe.Elements elements, int most) {
            if (elements.type() == List.class) {
                pushList(elements.all(), most);
            } else if (elements.type() == Set.class) {
                pushCollection(LinkedHashSet.class, elements.all(), Method.getMethod("boolean add(Object)"), most);
                code.invokeStatic(COLLECTIONS, Method.getMethod("java.util.Set unmodifiableSet(java.util.Set)"));
            } else {
                pushCollection(
                        LinkedHashMap.class, elements.all(), Method.getMethod("Object put(Object, Object)"), most);
                code.invokeStatic(COLLECTIONS, Method.getMethod("java.util.Map unmodifiableMap(java.util.Map)"));
            }
        }

        private void pushList(List<?> elements, int most) {
            code.push(elements.size());
            code.newArray(OBJECT);
            for (int i = 0; i < elements.size(); i++) {
                code.dup();
                code.push(i);
                push(elements.get(i), most);
                code.arrayStore(OBJECT);
            }
            String type = Type.getMethodDescriptor(Type.getType(List.class), SHARED);
            code.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(List.class), "of", type, true);
        }

        /** @param adding takes one or two of the elements at a time */
        private void pushCollection(Class<?> type, List<?> elements, Method adding, int most) {
            code.newInstance(Type.getType(type));
            code.dup();
            code.invokeConstructor(Type.getType(type), Method.getMethod("void <init>()"));
            int step = adding.getArgumentTypes().length;
            for (int i = 0; i < elements.size(); i += step) {
                code.dup();
                elements.subList(i, i + step).forEach(element -> push(element, most));
                code.invokeVirtual(Type.getType(type), adding);
                code.pop();
            }
        }
    }
}
