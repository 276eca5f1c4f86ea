package dev.transportadvisor.build.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.transportadvisor.cli.knowledge.Builtin;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadKnowledgeTest {

    static Stream<Method> methods() {
        return Arrays.stream(Builtin.class.getMethods()).filter(method -> Modifier.isAbstract(method.getModifiers()));
    }

    /** To the last word. */
    @ParameterizedTest
    @MethodSource("methods")
    void theProgramKnowsWhatTheFilesSay(Method method) throws Exception {
        Object read = method.invoke(new ReadKnowledge(Path.of("")));
        assertEquals(described(read), described(method.invoke(Builtin.knowledge())));
    }

    /** All that an object holds. */
    private static String described(Object object) {
        StringBuilder text = new StringBuilder();
        describe(object, text);
        return text.toString();
    }

    private static void describe(Object object, StringBuilder text) {
        Recipe recipe = Recipe.of(object);
        Object maker = recipe instanceof Recipe.Call call ? call.maker() : "";
        text.append(recipe instanceof Recipe.Constant ? object : maker).append('(');
        recipe.ingredients().forEach(part -> describe(part, text));
        text.append(")\n");
    }
}
