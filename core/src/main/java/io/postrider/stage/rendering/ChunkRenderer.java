package io.postrider.stage.rendering;

import io.postrider.link.Shortened;
import io.postrider.link.Shortener;
import io.postrider.mailing.Run;
import io.postrider.message.ExclusionReason;
import io.postrider.message.NewMessage;
import io.postrider.plugin.api.Composition;
import io.postrider.resource.Recipient;
import io.postrider.template.RenderException;
import io.postrider.template.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the recipients of a chunk into messages, in their order. Pure, so that the same chunk gives the same messages. */
final class ChunkRenderer {
    private static final String EMPTY = "empty";
    private final Run run;
    private final RunContent content;
    private final Shortener shortener;
    private final Draft draft;
    private final List<NewMessage> messages = new ArrayList<>();
    private long nextId;
    private long mayStillBeWritten;

    /** @param mayStillBeWritten messages until the run's limit */
    ChunkRenderer(Run run, RunContent content, Shortener shortener, Draft draft, long firstId, long mayStillBeWritten) {
        this.run = run;
        this.content = content;
        this.shortener = shortener;
        this.draft = draft;
        this.nextId = firstId;
        this.mayStillBeWritten = mayStillBeWritten;
    }

    /** The messages; whoever gets none is left out in the draft, with the reason. */
    List<NewMessage> render() {
        draft.recipients().forEach(this::render);
        return messages;
    }

    private void render(Recipient recipient) {
        if (run.stopped()) {
            draft.leaveOut(recipient, ExclusionReason.STOPPED, null);
        } else if (mayStillBeWritten <= 0) {
            draft.leaveOut(recipient, ExclusionReason.LIMIT, null);
        } else {
            try {
                String text = content.template().render(new ProfileVariables(recipient));
                compose(recipient, shortener.shorten(text, content.fixedLinks(), nextId, run.trackingBase()));
            } catch (RenderException problem) {
                draft.leaveOut(recipient, ExclusionReason.RENDER_ERROR, problem.getMessage());
            }
        }
    }

    private void compose(Recipient recipient, Shortened shortened) {
        Composition composition = content.channel().compose(shortened.text());
        if (composition instanceof Composition.Refused refused) {
            boolean empty = EMPTY.equals(refused.code());
            draft.leaveOut(
                    recipient,
                    empty ? ExclusionReason.EMPTY : ExclusionReason.NOT_COMPOSABLE,
                    empty ? null : refused.sentence());
        } else if (composition instanceof Composition.Parts fitting) {
            if (fitting.parts().size() > run.maxParts()) {
                draft.leaveOut(
                        recipient, ExclusionReason.TOO_LONG, fitting.parts().size() + " > " + run.maxParts());
            } else {
                messages.add(message(recipient, fitting, shortened.personalLinks()));
                mayStillBeWritten--;
            }
        }
    }

    private NewMessage message(Recipient recipient, Composition.Parts composed, List<String> personalLinks) {
        return new NewMessage(
                nextId++,
                recipient.contactKey(),
                0,
                run.databaseId(),
                recipient.profileId(),
                recipient.subscriptionId(),
                run.senderId(),
                recipient.contact(),
                composed.parts(),
                composed.encoding(),
                personalLinks);
    }

    /** What a template sees of a recipient. */
    private record ProfileVariables(Recipient recipient) implements Variables {
        @Override
        public @Nullable Object lead(String name) {
            return recipient.profile().get(name);
        }

        @Override
        public @Nullable Object subscription(String name) {
            return Map.<String, Object>of("phone", recipient.contact(), "id", recipient.subscriptionId())
                    .get(name);
        }
    }
}
