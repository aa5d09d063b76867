package io.postrider.reply;

import io.postrider.refusal.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What words an account may choose. */
final class WordRules {
    private static final List<ReplyKind> KINDS = List.of(ReplyKind.STOP, ReplyKind.START, ReplyKind.HELP);
    private static final Set<String> ALWAYS =
            Stream.of("STOP", "СТОП").map(PlainText::words).collect(Collectors.toSet());
    private static final Set<String> STANDARD = StandardWords.all().stream()
            .flatMap(list -> KINDS.stream().flatMap(kind -> list.of(kind).stream()))
            .map(StandardWords::shown)
            .map(PlainText::words)
            .collect(Collectors.toSet());

    private WordRules() {}

    /** The same without repetitions, or a refusal that names the field. */
    static WordSettings checked(WordSettings settings) {
        Map<String, ReplyKind> meanings = new HashMap<>();
        Map<ReplyKind, List<String>> own = new HashMap<>();
        for (ReplyKind kind : KINDS) {
            own.put(kind, own(kind, settings.own(kind), meanings));
        }
        return new WordSettings(
                settings.firstWord(),
                own.getOrDefault(ReplyKind.STOP, List.of()),
                own.getOrDefault(ReplyKind.START, List.of()),
                own.getOrDefault(ReplyKind.HELP, List.of()),
                off(settings.off()),
                settings.version());
    }

    private static List<String> own(ReplyKind kind, List<String> words, Map<String, ReplyKind> meanings) {
        Map<String, String> distinct = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String field = "/" + kind.word() + "/" + i;
            String plain = PlainText.words(word);
            if (plain.isEmpty()) {
                throw Refusal.ofField(ReplyReason.WORD_EMPTY, field, Map.of("word", word));
            }
            if (meanings.getOrDefault(plain, kind) != kind) {
                throw Refusal.ofField(ReplyReason.WORD_TWICE, field, Map.of("word", word));
            }
            if (kind != ReplyKind.STOP && ALWAYS.contains(plain)) {
                throw Refusal.ofField(ReplyReason.STOP_STAYS, field, Map.of());
            }
            meanings.put(plain, kind);
            distinct.putIfAbsent(plain, word);
        }
        return List.copyOf(distinct.values());
    }

    private static List<String> off(List<String> words) {
        List<String> off = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String plain = PlainText.words(words.get(i));
            if (!STANDARD.contains(plain)) {
                throw Refusal.ofField(ReplyReason.WORD_NOT_STANDARD, "/ignored/" + i, Map.of("word", words.get(i)));
            }
            if (ALWAYS.contains(plain)) {
                throw Refusal.ofField(ReplyReason.STOP_STAYS, "/ignored/" + i, Map.of());
            }
            if (!off.contains(words.get(i))) {
                off.add(words.get(i));
            }
        }
        return off;
    }
}
