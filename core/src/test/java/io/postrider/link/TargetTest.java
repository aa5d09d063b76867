package io.postrider.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TargetTest {
    private static String location(String url) {
        return new Target(1, 1, url).location();
    }

    @Test
    void anOrdinaryAddressStaysAsItIs() {
        assertThat(location("https://Shop.example:8443/a%20b?x=1&y=(2)#top"))
                .isEqualTo("https://Shop.example:8443/a%20b?x=1&y=(2)#top");
    }

    @Test
    void otherScriptsAreEncodedAsBrowsersDo() {
        assertThat(location("http://пример.рф/путь?имя=я"))
                .isEqualTo("http://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C?%D0%B8%D0%BC%D1%8F=%D1%8F");
    }

    @Test
    void onlyWebAddressesAreLocations() {
        assertThatThrownBy(() -> location("javascript:alert(1)")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> location("https:///x")).isInstanceOf(IllegalArgumentException.class);
    }
}
