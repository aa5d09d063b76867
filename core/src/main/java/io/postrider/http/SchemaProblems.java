package io.postrider.http;

import io.postrider.refusal.Refusal;
import io.vertx.json.schema.OutputUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what a JSON schema found wrong, one sentence a field. */
final class SchemaProblems {
    private static final int MOST = 50;
    private static final Set<String> OUTER =
            Set.of("properties", "items", "$ref", "additionalProperties", "allOf", "anyOf", "oneOf", "prefixItems");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    private SchemaProblems() {}

    /** The problems of one value; {@code root} is put in front of their pointers. */
    static List<Refusal> of(String root, OutputUnit result) {
        if (Boolean.TRUE.equals(result.getValid())) {
            return List.of();
        }
        List<OutputUnit> units = result.getErrors() == null ? List.of() : result.getErrors();
        List<Refusal> problems = new ArrayList<>();
        Set<String> pointers = new HashSet<>();
        for (OutputUnit unit : units) {
            String keyword = keyword(unit);
            String pointer = root + pointer(unit, keyword);
            if (!OUTER.contains(keyword) && problems.size() < MOST && pointers.add(pointer)) {
                problems.add(problem(pointer, sentence(keyword, unit)));
            }
        }
        addUnknown(root, units, pointers, problems);
        return problems.isEmpty() ? List.of(problem(root, "This is not what is expected here.")) : problems;
    }

    /** A field that nothing inside explains is one that the contract does not know. */
    private static void addUnknown(String root, List<OutputUnit> units, Set<String> explained, List<Refusal> problems) {
        for (OutputUnit unit : units) {
            if (keyword(unit).equals("additionalProperties") && problems.size() < MOST) {
                String pointer = root + unit.getInstanceLocation().replaceFirst("^#", "");
                if (explained.stream().noneMatch(known -> known.startsWith(pointer)) && explained.add(pointer)) {
                    problems.add(problem(pointer, "There is no field of this name."));
                }
            }
        }
    }

    private static Refusal problem(String pointer, String sentence) {
        return Refusal.ofField(HttpReason.FIELD, pointer, Map.of("sentence", sentence));
    }

    private static String keyword(OutputUnit unit) {
        String location = unit.getKeywordLocation();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String pointer(OutputUnit unit, String keyword) {
        String at = unit.getInstanceLocation().replaceFirst("^#", "");
        Matcher named = QUOTED.matcher(unit.getError());
        return keyword.equals("required") && named.find() ? at + "/" + named.group(1) : at;
    }

    private static String sentence(String keyword, OutputUnit unit) {
        return switch (keyword) {
            case "required" -> "This is missing.";
            case "type" -> "This is of the wrong type: " + unit.getError().replaceFirst("^Instance", "the");
            case "enum", "const" -> "This must be one of these: " + values(unit) + ".";
            case "minLength" -> "This is too short.";
            case "maxLength" -> "This is too long: " + unit.getError();
            case "minimum", "exclusiveMinimum" -> "This is too small: " + unit.getError();
            case "maximum", "exclusiveMaximum" -> "This is too large: " + unit.getError();
            case "minItems" -> "There are too few.";
            case "maxItems" -> "There are too many: " + unit.getError();
            case "uniqueItems" -> "Something stands here twice.";
            case "pattern" -> "This does not have the form that is expected here.";
            case "format" -> "This does not have the form that is expected here: " + unit.getError();
            default -> "This is not what is expected here: " + unit.getError();
        };
    }

    /** The values that the library lists in its sentence as a JSON array. */
    private static String values(OutputUnit unit) {
        String error = unit.getError();
        return error.substring(error.indexOf('[') + 1).replaceAll("[\"\\]]", "").replace(",", ", ");
    }
}
