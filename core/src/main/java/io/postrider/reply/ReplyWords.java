package io.postrider.reply;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what people write back by the words of an account. A word counts when it is the whole text or its first sentence, as in
 * "Stop. Thank you"; one that says stop and nothing else, such as STOP or СТОП, also when it only begins a short text, as in
 * "STOP sending me this". In doubt it is a stop rather than a start: who is written to against their will must be able to end it.
 */
public final class ReplyWords {
    private static final int SHORT = 8;
    private static final int LONGEST_PHRASE = 3;
    private static final List<ReplyKind> KINDS = List.of(ReplyKind.STOP, ReplyKind.START, ReplyKind.HELP);
    private final Map<ReplyKind, Map<String, Word>> words = new EnumMap<>(ReplyKind.class);
    private final boolean firstWord;

    private record Word(String shown, boolean everyday) {}

    private ReplyWords(boolean firstWord) {
        this.firstWord = firstWord;
        KINDS.forEach(kind -> words.put(kind, new HashMap<>()));
    }

    /** The words as an account wants them. Its own come first, so that it can give a standard word another meaning. */
    public static ReplyWords of(WordSettings settings) {
        ReplyWords all = new ReplyWords(settings.firstWord());
        KINDS.forEach(kind -> settings.own(kind).forEach(word -> all.add(kind, new Word(word, false))));
        Set<String> off = settings.off().stream().map(PlainText::words).collect(Collectors.toSet());
        for (WordList list : StandardWords.all()) {
            for (ReplyKind kind : KINDS) {
                list.of(kind).stream()
                        .map(ReplyWords::standard)
                        .filter(word -> !off.contains(PlainText.words(word.shown())))
                        .forEach(word -> all.add(kind, word));
            }
        }
        return all;
    }

    private static Word standard(String word) {
        return new Word(StandardWords.shown(word), StandardWords.isEveryday(word));
    }

    private void add(ReplyKind kind, Word word) {
        String plain = PlainText.words(word.shown());
        if (words.values().stream().noneMatch(others -> others.containsKey(plain))) {
            table(kind).put(plain, word);
        }
    }

    /** What a reply says. Nobody is written to again who says start and stop at once. */
    public Reading read(String text) {
        List<List<List<String>>> readings = LookAlikes.readings(PlainText.sentences(text));
        boolean saysStop = readings.stream()
                .flatMap(sentences -> sentences.stream().flatMap(List::stream))
                .anyMatch(table(ReplyKind.STOP)::containsKey);
        return firstOf(readings, this::bySentence)
                .filter(read -> read.kind() != ReplyKind.START || !saysStop)
                .or(() -> firstWord ? firstOf(readings, this::byFirstWord) : Optional.empty())
                .orElse(Reading.NOTHING);
    }

    @FunctionalInterface
    private interface Look {
        Optional<Reading> at(List<List<String>> sentences);
    }

    private static Optional<Reading> firstOf(List<List<List<String>>> readings, Look look) {
        return readings.stream().map(look::at).flatMap(Optional::stream).findFirst();
    }

    private Optional<Reading> bySentence(List<List<String>> sentences) {
        if (sentences.isEmpty()) {
            return Optional.empty();
        }
        List<String> all = sentences.stream().flatMap(List::stream).toList();
        return Optional.<Reading>empty()
                .or(() -> named(String.join(" ", all)))
                .or(() -> isSpelled(all) ? named(String.join("", all)) : Optional.empty())
                .or(() -> named(String.join(" ", sentences.get(0))));
    }

    /** S T O P. */
    private static boolean isSpelled(List<String> all) {
        return all.stream().allMatch(word -> word.codePointCount(0, word.length()) == 1);
    }

    private Optional<Reading> named(String words) {
        return KINDS.stream()
                .filter(kind -> table(kind).containsKey(words))
                .findFirst()
                .map(kind -> reading(kind, words));
    }

    private Optional<Reading> byFirstWord(List<List<String>> sentences) {
        int length = sentences.stream().mapToInt(List::size).sum();
        if (length == 0 || length > SHORT) {
            return Optional.empty();
        }
        List<String> first = sentences.get(0);
        for (int i = Math.min(LONGEST_PHRASE, first.size()); i > 0; i--) {
            String phrase = String.join(" ", first.subList(0, i));
            Word word = table(ReplyKind.STOP).get(phrase);
            if (word != null && !word.everyday()) {
                return Optional.of(reading(ReplyKind.STOP, phrase));
            }
        }
        return Optional.empty();
    }

    private Reading reading(ReplyKind kind, String plain) {
        Word word = table(kind).get(plain);
        return new Reading(kind, word == null ? plain : word.shown());
    }

    private Map<String, Word> table(ReplyKind kind) {
        return words.computeIfAbsent(kind, none -> new HashMap<>());
    }
}
