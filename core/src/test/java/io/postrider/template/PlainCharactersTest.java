package io.postrider.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PlainCharactersTest {
    @Test
    void typographersCharactersHaveAPlainOneInstead() {
        String text = "“Tea” — 5…";
        assertThat(PlainCharacters.replaced(text, List.of(0, 4, 6, 9))).hasValue("\"Tea\" - 5...");
    }

    @Test
    void lettersLoseTheirAccentsAndOtherAlphabetsStayAsTheyAre() {
        assertThat(PlainCharacters.insteadOf('ê')).hasValue("e");
        assertThat(PlainCharacters.insteadOf('Ж')).isEmpty();
        assertThat(PlainCharacters.insteadOf(0x1F600)).isEmpty();
        assertThat(PlainCharacters.replaced("Ж—", List.of(0, 1))).isEmpty();
    }
}
