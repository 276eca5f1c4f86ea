package com.example.slackbot.feature.privatesystems;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;

import com.example.slackbot.runtime.WorkQueue;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.webhook.WebhookResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where people ask: takes words after the command and clicks, and brings the answers. It acknowledges at once; whatever
 * has an effect is left to the work queue, so that it happens once, however often the listener is played.
 */
public final class Desk {
    static final String CONFIRM = "operation-confirm";
    static final String APPROVE = "operation-approve";
    static final String DROP = "operation-drop";
    private static final DeskAnswer TOO_FAST =
            new DeskAnswer.Told("You ask more often than I answer. Wait a minute.");
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Procedure procedure;
    private final Pace pace = new Pace();
    private final WorkQueue work;

    public Desk(PrivateSystems systems, PendingRequests pending, WorkQueue work) {
        this.procedure = systems.procedure(pending);
        this.work = work;
    }

    private interface Step {
        DeskAnswer take(Asker asker, String id) throws IOException;
    }

    /** Takes the clicks. */
    public void register(App app) {
        app.blockAction(CONFIRM, (request, context) -> onClick(request, context, procedure::confirm));
        app.blockAction(APPROVE, (request, context) -> onClick(request, context, procedure::approve));
        app.blockAction(DROP, (request, context) -> onClick(request, context, procedure::drop));
    }

    /** Whether a command has words for this desk. */
    public boolean isAsked(SlashCommandRequest request) {
        String text = request.getPayload().getText();
        return text != null && !text.isBlank();
    }

    /** Takes a command with words. */
    public Response onCommand(SlashCommandRequest request, SlashCommandContext context) {
        SlashCommandPayload payload = request.getPayload();
        List<String> words = List.of(payload.getText().strip().split("\\s+"));
        if (procedure.meant(words).isEmpty()) {
            String help = procedure.help(payload.getCommand());
            return context.ack(reply -> reply.responseType("ephemeral").text(help));
        }
        Asker asker = Asker.of(context, payload.getUserId(), payload.getTeamId(), payload.getEnterpriseId(),
                payload.getChannelId());
        work.submit("Answer to a command", () -> {
            DeskAnswer answer = pace.allows(asker) ? procedure.ask(asker, words) : TOO_FAST;
            check(context.respond(message -> message
                    .responseType("ephemeral")
                    .text(answer.text())
                    .blocks(blocks(answer))));
        });
        return context.ack();
    }

    private Response onClick(BlockActionRequest request, ActionContext context, Step step) {
        BlockActionPayload payload = request.getPayload();
        String channel = payload.getChannel() == null ? "" : payload.getChannel().getId();
        Asker asker = Asker.of(context, payload.getUser().getId(), payload.getUser().getTeamId(), null, channel);
        String id = String.valueOf(payload.getActions().get(0).getValue());
        work.submit("Answer to a click", () ->
                bring(pace.allows(asker) ? step.take(asker, id) : TOO_FAST, asker, context));
        return context.ack();
    }

    /** The step is taken: if the answer cannot be brought, that is no reason to take it again. */
    private void bring(DeskAnswer answer, Asker asker, ActionContext context) {
        try {
            if (answer instanceof DeskAnswer.Approval approval) {
                check(context.respond(replacing(askChannel(approval, asker))));
            } else if (answer instanceof DeskAnswer.Done) {
                check(context.respond(replacing(answer.text())));
            } else {
                check(context.respond(ActionResponse.builder()
                        .replaceOriginal(false)
                        .responseType("ephemeral")
                        .text(answer.text())
                        .build()));
            }
        } catch (IOException e) {
            LOG.error("A click got no answer", e);
        }
    }

    /** Asks the channel for an approval, and tells what to say to the one who asked for it. */
    private String askChannel(DeskAnswer.Approval approval, Asker asker) throws IOException {
        String error;
        try {
            error = asker.slack()
                    .chatPostMessage(message -> message
                            .channel(asker.channel())
                            .text(approval.text())
                            .blocks(blocks(approval)))
                    .getError();
        } catch (IOException | SlackApiException | RuntimeException e) { // the SDK runs into a null in an empty answer
            error = e.toString();
        }
        if (error == null) {
            return "The channel has been asked for an approval.";
        }
        LOG.error("No approval can be asked for: {}", error);
        procedure.forget(approval.id());
        return "I cannot post here, so nobody can approve it. Invite me to this channel and ask again.";
    }

    private static ActionResponse replacing(String text) {
        return ActionResponse.builder().replaceOriginal(true).text(text).build();
    }

    private static void check(WebhookResponse answer) throws IOException {
        if (answer.getCode() != 200) {
            throw new IOException("The response URL answered " + answer.getCode());
        }
    }

    private static List<LayoutBlock> blocks(DeskAnswer answer) {
        if (answer instanceof DeskAnswer.Confirmation asked) {
            return withButtons(asked.text(), CONFIRM, "Do it", "Let it be", asked.id());
        }
        if (answer instanceof DeskAnswer.Approval asked) {
            return withButtons(asked.text(), APPROVE, "Approve", "Refuse", asked.id());
        }
        return null;
    }

    /**
     * Verbatim, or Slack would look for links and mentions in what a system says.
     *
     * @see <a href="https://docs.slack.dev/reference/block-kit/composition-objects/text-object">verbatim</a>
     */
    private static List<LayoutBlock> withButtons(String text, String action, String yes, String no, String id) {
        return asBlocks(
                section(section -> section.text(markdownText(m -> m.text(text).verbatim(true)))),
                actions(row -> row.elements(asElements(
                        button(b -> b.actionId(action).text(plainText(yes)).value(id).style("danger")),
                        button(b -> b.actionId(DROP).text(plainText(no)).value(id))))));
    }
}
