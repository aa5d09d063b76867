package io.postrider.stage.rendering;

import io.postrider.link.Shortened;
import io.postrider.link.Shortener;
import io.postrider.mailing.CharsetChannel;
import io.postrider.mailing.Run;
import io.postrider.message.ExclusionReason;
import io.postrider.message.NewMessage;
import io.postrider.plugin.api.Composition;
import io.postrider.resource.Recipient;
import io.postrider.template.RenderException;
import io.postrider.template.Variables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the recipients of a chunk into messages, in their order. Pure, so that the same chunk gives the same messages. */
final class ChunkRenderer {
    private static final String EMPTY = "empty";
    private static final Comparator<Written> BY_SENDER =
            Comparator.comparingLong((Written one) -> one.message().senderId()).thenComparing(Written::callerId);
    private final Run run;
    private final RunContent content;
    private final Shortener shortener;
    private final Draft draft;
    private final List<Written> written = new ArrayList<>();
    private final long firstId;
    private long nextId;
    private long mayStillBeWritten;

    /** @param mayStillBeWritten messages until the run's limit */
    ChunkRenderer(Run run, RunContent content, Shortener shortener, Draft draft, long firstId, long mayStillBeWritten) {
        this.firstId = firstId;
        this.run = run;
        this.content = content;
        this.shortener = shortener;
        this.draft = draft;
        this.nextId = firstId;
        this.mayStillBeWritten = mayStillBeWritten;
    }

    /**
     * The messages; whoever gets none is left out in the draft, with the reason.
     *
     * @param addressed recipients in the order in which the run's limit counts them
     */
    List<NewMessage> render(List<Addressed> addressed) {
        addressed.forEach(this::render);
        if (inOrder()) {
            return written.stream().map(Written::message).toList();
        }
        written.sort(BY_SENDER);
        nextId = firstId;
        return written.stream().map(this::renumbered).toList();
    }

    /** Whether messages of one sender and caller stand together, as dispatch takes them. */
    private boolean inOrder() {
        for (int i = 1; i < written.size(); i++) {
            if (BY_SENDER.compare(written.get(i - 1), written.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** The same message under its final number, which its short links carry. They keep their length, so its parts stay. */
    private NewMessage renumbered(Written before) {
        Shortened shortened = shortened(before.text());
        Composition composition = carried(before.to(), shortened.text());
        if (composition instanceof Composition.Parts again) {
            return message(before.to(), again, shortened.personalLinks());
        }
        throw new IllegalStateException("a text that was composed once cannot be composed again");
    }

    private Shortened shortened(String text) {
        return shortener.shorten(text, content.fixedLinks(), nextId, run.trackingBase());
    }

    private void render(Addressed to) {
        Recipient recipient = to.recipient();
        if (run.stopped()) {
            draft.leaveOut(recipient, ExclusionReason.STOPPED, null);
        } else if (mayStillBeWritten <= 0) {
            draft.leaveOut(recipient, ExclusionReason.LIMIT, null);
        } else {
            try {
                String text = content.template().render(new ProfileVariables(recipient));
                compose(to, text, shortened(text));
            } catch (RenderException problem) {
                draft.leaveOut(recipient, ExclusionReason.RENDER_ERROR, problem.getMessage());
            }
        }
    }

    private void compose(Addressed to, String text, Shortened shortened) {
        Recipient recipient = to.recipient();
        Composition composition = carried(to, shortened.text());
        if (composition instanceof Composition.Refused refused) {
            leaveOut(recipient, refused);
        } else if (composition instanceof Composition.Parts fitting) {
            if (fitting.parts().size() > to.maxParts()) {
                draft.leaveOut(
                        recipient, ExclusionReason.TOO_LONG, fitting.parts().size() + " > " + to.maxParts());
            } else {
                written.add(new Written(to, text, message(to, fitting, shortened.personalLinks())));
                mayStillBeWritten--;
            }
        }
    }

    private Composition carried(Addressed to, String text) {
        return CharsetChannel.of(content.channel(), to.charset()).compose(text);
    }

    private void leaveOut(Recipient recipient, Composition.Refused refused) {
        switch (refused.code()) {
            case EMPTY -> draft.leaveOut(recipient, ExclusionReason.EMPTY, null);
            case CharsetChannel.NOT_GSM -> draft.leaveOut(recipient, ExclusionReason.NOT_GSM, refused.sentence());
            default -> draft.leaveOut(recipient, ExclusionReason.NOT_COMPOSABLE, refused.sentence());
        }
    }

    private NewMessage message(Addressed to, Composition.Parts composed, List<String> personalLinks) {
        Recipient recipient = to.recipient();
        return new NewMessage(
                nextId++,
                recipient.contactKey(),
                0,
                run.databaseId(),
                recipient.profileId(),
                recipient.subscriptionId(),
                to.senderId(),
                recipient.contact(),
                composed.parts(),
                composed.encoding(),
                personalLinks,
                to.route());
    }

    /** A message, and the text before its links were shortened. */
    private record Written(Addressed to, String text, NewMessage message) {
        String callerId() {
            NewMessage.Route route = message.route();
            return route == null ? "" : route.callerId();
        }
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
