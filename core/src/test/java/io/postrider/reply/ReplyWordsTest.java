package io.postrider.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplyWordsTest {
    private final ReplyWords words = ReplyWords.of(WordSettings.STANDARD);

    private static WordSettings settings(boolean firstWord, List<String> stop, List<String> start, List<String> off) {
        return new WordSettings(firstWord, stop, start, List.of(), off, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "Stop!!!",
                "\"STOP\"",
                "«СТОП»",
                "(stop)",
                "STOP 🛑",
                "🙏 stop 🙏",
                "STOP\n\nSent from my phone",
                "Stop. Thank you",
                "STOP, please",
                "STOP sending me this",
                "stop 36111",
                "Unsubscribe me",
                "Opt-out",
                "opt out",
                "OPTOUT",
                "S T O P",
                "S.T.O.P.",
                "ＳＴＯＰ",
                "𝗦𝗧𝗢𝗣",
                "ⓢⓣⓞⓟ",
                "S\u200BTOP",
                "ST\u00ADOP",
                "\u202ASTOP\u202C",
                "\u00A0STOP\u00A0",
                "ST0P",
                "стоп",
                "Стоп.",
                "СТОП спасибо",
                "CTOП",
                "SТОР",
                "ОТПИСАТЬСЯ",
                "отпишите меня",
                "Не надо",
                "відписатися",
                "тоқтату",
                "ARRET",
                "arrêt",
                "arre\u0302t",
                "Désabonner",
                "BAJA",
                "¡BAJA!",
                "Cancelar suscripción",
                "sair",
                "wypisz mnie",
                "Rezygnuję",
                "iptal",
                "İPTAL",
                "İptal",
                "IPTAL",
                "ıptal",
                "durdur",
                "kündigen",
                "abmelden",
                "Σ\u03C4\u03BF\u03C0",
                "διαγραφη",
                "ΔΙΑΓΡΑΦΉ",
                "τέλος",
                "ΤΕΛΟΣ",
                "odhlásit",
                "dừng",
                "DUNG",
                "to'xtatish",
                "הסר",
                "إيقاف",
                "ايقاف",
                "تـوقف",
                "توقف.",
                "لغو اشتراک",
                "रोकें",
                "หยุด",
                "退订",
                "停止",
                "수신거부",
                "td",
                "End",
                "CANCEL.",
                "quit",
                "Ստոպ",
                "სტოპ",
                "ᲡᲢᲝᲞ"
            })
    void theseSayStop(String text) {
        assertThat(words.read(text).kind()).as(text).isEqualTo(ReplyKind.STOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "don't stop sending",
                "Don’t stop",
                "non-stop",
                "nonstop",
                "stopwatch",
                "Stopwatch please",
                "bus stop",
                "please stop by",
                "unstoppable",
                "one-stop shop",
                "stop-motion",
                "I never asked you to stop",
                "The end of it",
                "End of the day is fine",
                "Cancel my order 12 please",
                "remove the blue one",
                "не останавливайтесь",
                "стопка",
                "стопроцентно",
                "на остановке",
                "отказано",
                "Отмена заказа 17",
                "нет",
                "no",
                "да",
                "yes",
                "ok",
                "",
                " ",
                "🙂",
                "...",
                "fine",
                "seis",
                "acha",
                "peru",
                "топ",
                "top",
                "sto",
                "When does the shop open, and is there a bus stop nearby?",
                "Stop by the shop tomorrow, I have a parcel for you there"
            })
    void theseDoNot(String text) {
        assertThat(words.read(text).kind()).as(text).isEqualTo(ReplyKind.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "START",
                "start!",
                "Unstop",
                "Start. Thanks",
                "старт",
                "CTAPT",
                "Подписка",
                "başla",
                "BASLA",
                "BAŞLA",
                "iniciar",
                "ابدأ",
                "התחל",
                "开始",
                "開始",
                "시작",
                "ΕΓΓΡΑΦΗ",
                "Εγγραφή",
                "Štart"
            })
    void theseSayStart(String text) {
        assertThat(words.read(text).kind()).as(text).isEqualTo(ReplyKind.START);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HELP", "help?", "Info", "помощь", "ИНФО", "Hilfe!", "aide", "ayuda", "yardım", "YARDIM", "עזרה", "帮助",
                "βοήθεια"
            })
    void theseAskForHelp(String text) {
        assertThat(words.read(text).kind()).as(text).isEqualTo(ReplyKind.HELP);
    }

    @Test
    void aWordThatOnlyBeginsATextStartsNothingAndOneThatIsContradictedNeither() {
        assertThat(words.read("start the car").kind()).isEqualTo(ReplyKind.OTHER);
        assertThat(words.read("Start. No, stop").kind()).isEqualTo(ReplyKind.OTHER);
        assertThat(words.read("stop. start").kind()).isEqualTo(ReplyKind.STOP);
    }

    @Test
    void theWordIsShownAsItStandsInTheList() {
        assertThat(words.read("arret!")).isEqualTo(new Reading(ReplyKind.STOP, "ARRÊT"));
        assertThat(words.read("what?")).isEqualTo(Reading.NOTHING);
    }

    @Test
    void ownWordsCountAndStandardOnesCanBeTurnedOff() {
        ReplyWords own = ReplyWords.of(settings(true, List.of("Weg damit"), List.of("End"), List.of("cancel", "Quit")));

        assertThat(own.read("weg damit, bitte").kind()).isEqualTo(ReplyKind.STOP);
        assertThat(own.read("END").kind()).isEqualTo(ReplyKind.START);
        assertThat(own.read("Cancel").kind()).isEqualTo(ReplyKind.OTHER);
        assertThat(own.read("quit").kind()).isEqualTo(ReplyKind.OTHER);
        assertThat(own.read("stop").kind()).isEqualTo(ReplyKind.STOP);
    }

    @Test
    void theFirstWordAloneIsEnoughOnlyWhereThatIsWanted() {
        ReplyWords whole = ReplyWords.of(settings(false, List.of(), List.of(), List.of()));

        assertThat(whole.read("stop sending me this").kind()).isEqualTo(ReplyKind.OTHER);
        assertThat(whole.read("Stop. Thank you").kind()).isEqualTo(ReplyKind.STOP);
    }

    @Test
    void thereAreManyLanguagesAndEveryStandardWordIsReadAsWhatItIs() {
        List<String> wrong = new ArrayList<>();
        for (WordList list : StandardWords.all()) {
            for (ReplyKind kind : List.of(ReplyKind.STOP, ReplyKind.START, ReplyKind.HELP)) {
                assertThat(list.of(kind)).as(list.language()).isNotEmpty();
                list.of(kind).stream()
                        .filter(word -> words.read(word).kind() != kind)
                        .forEach(word -> wrong.add(list.language() + " " + word));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(StandardWords.all()).hasSizeGreaterThanOrEqualTo(40);
    }
}
