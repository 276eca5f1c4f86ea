package dev.transportadvisor.simulator.web;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods of the Web API that the local Slack knows, by name. */
public final class ApiMethods {

    private ApiMethods() {}

    public static Map<String, ApiMethod> of(AppMethods apps, Workspace workspace, Triggers triggers) {
        return Stream.of(
                        apps.methods(),
                        new ChatMethods(workspace).methods(),
                        new ConversationMethods(workspace).methods(),
                        new ViewMethods(triggers).methods())
                .flatMap(methods -> methods)
                .collect(Collectors.toUnmodifiableMap(ApiMethod::name, Function.identity()));
    }
}
