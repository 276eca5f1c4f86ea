package com.example.slackbot.feature.jenkins;

import com.example.slackbot.feature.privatesystems.Change;
import com.example.slackbot.feature.privatesystems.Json;
import com.example.slackbot.feature.privatesystems.SystemClient;
import com.example.slackbot.feature.privatesystems.SystemTrouble;
import com.example.slackbot.feature.privatesystems.Watch;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code build JOB}: starts a job, {@code FOLDER/JOB} for one in a folder. It takes no parameters from Slack, since
 * they often end in a shell.
 *
 * @see <a href="https://www.jenkins.io/doc/book/using/remote-access-api/">The API</a>
 */
record JenkinsBuild(SystemClient jenkins, Watch watch) implements Change {
    static final String NAME = "build";
    private static final String PART = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}";
    private static final Pattern JOB = Pattern.compile(PART + "(/" + PART + "){0,7}");
    private static final Pattern ITEM = Pattern.compile("/queue/item/(\\d{1,18})/?$");

    @Override
    public String usage() {
        return NAME + " JOB";
    }

    @Override
    public boolean accepts(List<String> words) {
        return words.size() == 1 && JOB.matcher(words.get(0)).matches();
    }

    @Override
    public Offer offer(List<String> words) throws SystemTrouble {
        String job = words.get(0);
        HttpResponse<String> answer = jenkins.get(path(job) + "/api/json?tree=buildable,lastBuild%5Bnumber%5D");
        JsonElement found = jenkins.json(known(job, answer));
        if (Json.text(found, "buildable").equals("false")) {
            throw new SystemTrouble("Jenkins cannot build " + job + ": it is disabled, or a folder.");
        }
        JsonObject last = Json.object(found, "lastBuild");
        return new Offer("Start the job " + job + " in Jenkins."
                + (last.isEmpty() ? "" : " Its last build is #" + Json.text(last, "number") + "."), "");
    }

    @Override
    public String carryOut(List<String> words, String pin, String by) throws SystemTrouble {
        String job = words.get(0);
        HttpResponse<String> answer =
                jenkins.post(path(job) + "/build", "application/x-www-form-urlencoded", "");
        if (answer.statusCode() == 400) {
            throw new SystemTrouble("Jenkins wants parameters for " + job + ": start it there.");
        }
        if (known(job, answer).statusCode() != 201) {
            throw jenkins.refused(answer);
        }
        // Jenkins names the address that it was set up with; only the number counts.
        Matcher item = ITEM.matcher(answer.headers().firstValue("Location").orElse(""));
        String waits = job + " is in the queue of Jenkins.";
        return item.find() ? watch.until(() -> begun(job, item.group(1))).orElse(waits) : waits;
    }

    private String begun(String job, String item) throws SystemTrouble {
        JsonElement found = jenkins.json(
                jenkins.get("/queue/item/" + item + "/api/json?tree=cancelled,executable%5Bnumber,url%5D"));
        if (Json.text(found, "cancelled").equals("true")) {
            return "The build of " + job + " was cancelled in the queue.";
        }
        JsonObject build = Json.object(found, "executable");
        return build.isEmpty() ? null : "Build #" + Json.text(build, "number") + " of " + job + " has begun: "
                + Json.text(build, "url");
    }

    private static HttpResponse<String> known(String job, HttpResponse<String> answer) throws SystemTrouble {
        if (answer.statusCode() == 404) {
            throw new SystemTrouble("Jenkins knows no job " + job + ", or does not let the bot see it.");
        }
        return answer;
    }

    private static String path(String job) {
        return Stream.of(job.split("/")).map(part -> "/job/" + SystemClient.encode(part)).collect(Collectors.joining());
    }
}
