package com.example.slackbot;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;

// region private-systems
import com.example.slackbot.feature.privatesystems.Desk;
// endregion
import com.example.slackbot.runtime.WorkQueue;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.webhook.WebhookResponse;
import java.io.IOException;
import java.util.List;

/**
 * What the bot does. A listener returns its acknowledgement at once and leaves everything slow to the work queue;
 * which transport brought the payload, it cannot tell.
 */
final class Listeners {
    static final String COMMAND = "/example-slack-bot";
    static final String BUTTON = "greet";

    // region private-systems
    private final Desk desk;
    // endregion
    private final WorkQueue work;

    Listeners(
            // region private-systems
            Desk desk,
            // endregion
            WorkQueue work) {
        // region private-systems
        this.desk = desk;
        // endregion
        this.work = work;
    }

    /** The place for one more: a line here, its event or command and its scope in manifest.yaml, a case in BotTest. */
    void register(App app) {
        app.event(AppMentionEvent.class, this::onMention);
        app.command(COMMAND, this::onCommand);
        app.blockAction(BUTTON, this::onButton);
        // region private-systems
        desk.register(app);
        // endregion
    }

    private Response onMention(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
        AppMentionEvent event = payload.getEvent();
        String thread = event.getThreadTs() != null ? event.getThreadTs() : event.getTs();
        work.submit("Reply to a mention", () -> {
            ChatPostMessageResponse reply = context.client().chatPostMessage(message -> message
                    .channel(event.getChannel())
                    .threadTs(thread)
                    .text("Hello <@" + event.getUser() + ">! Try " + COMMAND + " as well."));
            if (!reply.isOk()) {
                throw new IOException("chat.postMessage: " + reply.getError());
            }
        });
        return context.ack();
    }

    /** Reply and button ride in the acknowledgement: one answer, nothing to queue. */
    private Response onCommand(SlashCommandRequest request, SlashCommandContext context) {
        // region private-systems
        if (desk.isAsked(request)) {
            return desk.onCommand(request, context);
        }
        // endregion
        String text = "Hello <@" + request.getPayload().getUserId() + ">!";
        List<LayoutBlock> blocks = asBlocks(
                section(s -> s.text(plainText("Shall I greet you properly?"))),
                actions(a -> a.elements(asElements(button(b -> b.actionId(BUTTON).text(plainText("Yes, please")))))));
        return context.ack(reply -> reply.responseType("ephemeral").text(text).blocks(blocks));
    }

    private Response onButton(BlockActionRequest request, ActionContext context) {
        String user = request.getPayload().getUser().getId();
        work.submit("Answer to a button", () -> {
            WebhookResponse update = context.respond(message ->
                    message.replaceOriginal(true).text("A very good day to you, <@" + user + ">!"));
            if (update.getCode() != 200) {
                throw new IOException("The response URL answered " + update.getCode());
            }
        });
        return context.ack();
    }
}
