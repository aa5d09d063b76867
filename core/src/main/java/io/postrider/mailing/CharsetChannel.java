package io.postrider.mailing;

import io.postrider.link.Urls;
import io.postrider.plugin.api.Channel;
import io.postrider.plugin.api.Composition;
import io.postrider.plugin.api.Encoding;
import io.postrider.sender.CharsetPolicy;
import io.postrider.template.PlainCharacters;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A channel as a sender uses it that does not want UCS-2: it puts plain characters where that makes a text GSM 03.38. A text that
 * cannot become so stays as somebody wrote it, and addresses stay as they are in any text.
 */
public final class CharsetChannel implements Channel {
    /** Code of the refusal of a text that no plain characters bring into GSM 03.38. */
    public static final String NOT_GSM = "not-gsm";

    private static final int NAMED = 10;
    private final Channel channel;
    private final boolean gsmOnly;

    private CharsetChannel(Channel channel, boolean gsmOnly) {
        this.channel = channel;
        this.gsmOnly = gsmOnly;
    }

    /** The channel itself where the policy changes nothing. */
    public static Channel of(Channel channel, CharsetPolicy policy) {
        return policy == CharsetPolicy.AUTO ? channel : new CharsetChannel(channel, policy == CharsetPolicy.GSM_ONLY);
    }

    @Override
    public String name() {
        return channel.name();
    }

    @Override
    public Composition compose(String text) {
        Composition written = channel.compose(text);
        if (isGsm(written)) {
            return written;
        }
        Composition plain = channel.compose(plain(text));
        if (isGsm(plain)) {
            return plain;
        }
        return gsmOnly && written instanceof Composition.Parts
                ? new Composition.Refused(
                        NOT_GSM, "The sender takes GSM 03.38 only, and the text has " + foreign(text) + ".")
                : written;
    }

    /** Characters of a text that are outside GSM 03.38 and have no plain likeness, each once, ten at most. */
    static String foreign(Channel channel, String text) {
        return new CharsetChannel(channel, true).foreign(text);
    }

    private String foreign(String text) {
        String plain = plain(text);
        return culprits(plain).stream()
                .map(at -> Character.toString(plain.codePointAt(at)))
                .distinct()
                .limit(NAMED)
                .collect(Collectors.joining(" "));
    }

    private static boolean isGsm(Composition composition) {
        return composition instanceof Composition.Parts fitting && fitting.encoding() == Encoding.GSM7;
    }

    private String plain(String text) {
        String composed = outsideAddresses(text, part -> Normalizer.normalize(part, Normalizer.Form.NFC));
        Set<Integer> foreign =
                culprits(composed).stream().map(composed::codePointAt).collect(Collectors.toSet());
        return outsideAddresses(composed, part -> replaced(part, foreign));
    }

    private List<Integer> culprits(String text) {
        return channel.compose(text) instanceof Composition.Parts fitting ? fitting.culprits() : List.of();
    }

    private static String replaced(String text, Set<Integer> foreign) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            Optional<String> instead =
                    foreign.contains(character) ? PlainCharacters.insteadOf(character) : Optional.empty();
            instead.ifPresentOrElse(plain::append, () -> plain.appendCodePoint(character));
        });
        return plain.toString();
    }

    private static String outsideAddresses(String text, UnaryOperator<String> change) {
        StringBuilder changed = new StringBuilder(text.length());
        int from = 0;
        for (Urls.Span address : Urls.in(text)) {
            changed.append(change.apply(text.substring(from, address.from())))
                    .append(text, address.from(), address.to());
            from = address.to();
        }
        return changed.append(change.apply(text.substring(from))).toString();
    }
}
