package io.postrider.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import io.postrider.plugin.api.Channel;
import io.postrider.plugin.api.Composition;
import io.postrider.plugin.api.Encoding;
import io.postrider.sender.CharsetPolicy;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CharsetChannelTest {
    private static final Channel SMS = new Latin();

    /** One part; ASCII and é are its alphabet. */
    private static final class Latin implements Channel {
        @Override
        public String name() {
            return "sms";
        }

        @Override
        public Composition compose(String text) {
            if (text.isEmpty()) {
                return new Composition.Refused("empty", "The text is empty.");
            }
            List<Integer> foreign = IntStream.range(0, text.length())
                    .filter(at -> text.charAt(at) > '~' && text.charAt(at) != 'é')
                    .filter(at -> !Character.isLowSurrogate(text.charAt(at)))
                    .boxed()
                    .toList();
            Encoding encoding = foreign.isEmpty() ? Encoding.GSM7 : Encoding.UCS2;
            return new Composition.Parts(List.of(text), encoding, text.length(), 160, foreign);
        }
    }

    private static String sent(CharsetPolicy policy, String text) {
        return CharsetChannel.of(SMS, policy).compose(text) instanceof Composition.Parts fitting
                ? fitting.encoding() + " " + String.join("|", fitting.parts())
                : "refused";
    }

    @Test
    void asUsualNothingIsReplaced() {
        assertThat(CharsetChannel.of(SMS, CharsetPolicy.AUTO)).isSameAs(SMS);
    }

    @Test
    void plainCharactersStandWhereTheySaveATextFromUcs2() {
        assertThat(sent(CharsetPolicy.PLAIN, "“Café” — 5\u00a0€…".replace("€", "EUR")))
                .isEqualTo("GSM7 \"Café\" - 5 EUR...");
        assertThat(sent(CharsetPolicy.PLAIN, "Łódź, Çelik, œuvre")).isEqualTo("GSM7 Lodz, Celik, oeuvre");
        assertThat(sent(CharsetPolicy.PLAIN, "Cafe\u0301"))
                .as("an accent that stands alone joins its letter")
                .isEqualTo("GSM7 Café");
    }

    @Test
    void aTextThatStaysInUcs2StaysAsItWasWritten() {
        assertThat(sent(CharsetPolicy.PLAIN, "«Привет» — …")).isEqualTo("UCS2 «Привет» — …");
    }

    @Test
    void aSenderOfGsmOnlyRefusesWhatStaysInUcs2AndNamesTheCharacters() {
        assertThat(sent(CharsetPolicy.GSM_ONLY, "“Hi”")).isEqualTo("GSM7 \"Hi\"");
        assertThat(CharsetChannel.of(SMS, CharsetPolicy.GSM_ONLY).compose("“Ж” 😀 Ж"))
                .isEqualTo(
                        new Composition.Refused("not-gsm", "The sender takes GSM 03.38 only, and the text has Ж 😀."));
        assertThat(CharsetChannel.of(SMS, CharsetPolicy.GSM_ONLY).compose(""))
                .as("what the channel refuses is refused by its reason")
                .isEqualTo(new Composition.Refused("empty", "The text is empty."));
    }

    @Test
    void anAddressIsNeverChanged() {
        String text = "“Look”: https://shop.example/crêpes–5, now…";
        assertThat(sent(CharsetPolicy.PLAIN, text)).isEqualTo("UCS2 " + text);
        assertThat(sent(CharsetPolicy.PLAIN, "“Look”: https://s.example/aB3xYz12…"))
                .isEqualTo("GSM7 \"Look\": https://s.example/aB3xYz12...");
    }
}
