package dev.transportadvisor.simulator;

import dev.transportadvisor.simulator.control.ControlApi;
import dev.transportadvisor.simulator.control.PageFiles;
import dev.transportadvisor.simulator.http.OriginCheck;
import dev.transportadvisor.simulator.http.WebReply;
import dev.transportadvisor.simulator.http.WebRequest;
import dev.transportadvisor.simulator.install.AuthorizePage;
import dev.transportadvisor.simulator.web.ApiPath;
import dev.transportadvisor.simulator.web.ResponseUrls;
import dev.transportadvisor.simulator.web.WebApi;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Which part of the local Slack answers a request. */
final class Routes {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final WebApi webApi;
    private final ResponseUrls responseUrls;
    private final AuthorizePage authorizePage;
    private final ControlApi control;

    Routes(WebApi webApi, ResponseUrls responseUrls, AuthorizePage authorizePage, ControlApi control) {
        this.webApi = webApi;
        this.responseUrls = responseUrls;
        this.authorizePage = authorizePage;
        this.control = control;
    }

    CompletionStage<WebReply> answer(WebRequest request) {
        String path = request.path();
        if (!isAllowed(request)) {
            return done(plain(FORBIDDEN, "The local Slack answers programs of this machine only.\n"));
        }
        Optional<ApiPath> call = ApiPath.of(path);
        if (call.isPresent()) {
            return webApi.answer(request, call.get());
        }
        if (path.startsWith(ResponseUrls.PATH)) {
            return done(responseUrls.use(request));
        }
        if (AuthorizePage.PATH.matcher(path).matches()) {
            return done(authorizePage.answer(request));
        }
        if (path.startsWith(ControlApi.PATH)) {
            return control.answer(request);
        }
        return done(PageFiles.at(path)
                .orElseGet(() -> plain(NOT_FOUND, "There is nothing at " + path + ". The Web API is at /api/.\n")));
    }

    /** A link from elsewhere may lead to a page, where a person sees what they do. */
    private static boolean isAllowed(WebRequest request) {
        return OriginCheck.passes(request) || isPage(request.path()) && OriginCheck.isVisit(request);
    }

    private static boolean isPage(String path) {
        return PageFiles.isPage(path) || AuthorizePage.PATH.matcher(path).matches();
    }

    private static WebReply plain(int status, String text) {
        return WebReply.text(status, "text/plain; charset=utf-8", text);
    }

    private static CompletionStage<WebReply> done(WebReply reply) {
        return CompletableFuture.completedFuture(reply);
    }
}
