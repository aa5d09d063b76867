package io.postrider.rig;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file of made-up people in the USA, each with a phone of their own; always the same for the same number. */
public final class PeopleFile {
    /** Column with the phone, with its plus sign. */
    public static final String PHONE = "Phone";

    /** Column with the first name; empty for one in ten. */
    public static final String NAME = "Name";

    /** Column with the city. */
    public static final String CITY = "City";

    private static final int[] AREAS = {202, 212, 213, 303, 312, 404, 415, 503, 617, 702};
    private static final int FIRST_LOCAL = 2_000_000;
    private static final int LOCALS = 3_000_000;
    private static final List<String> NAMES =
            List.of("", "Ada", "Ben", "Chloe", "Daniel", "Emma", "Frank", "Grace", "Henry", "Isabella");
    private static final List<String> CITIES = List.of("Honolulu", "Hilo", "Kailua");

    private PeopleFile() {}

    /** Writes so many people into the file. */
    public static void write(Path file, int people) {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(PHONE + "," + NAME + "," + CITY + "\n");
            for (int i = 0; i < people; i++) {
                out.write(phone(i) + "," + NAMES.get(i % NAMES.size()) + "," + CITIES.get(i % CITIES.size()) + "\n");
            }
        } catch (IOException problem) {
            throw new RigException("The file " + file + " cannot be written: " + problem.getMessage(), problem);
        }
    }

    private static String phone(int person) {
        return "+1" + AREAS[person / LOCALS % AREAS.length] + (FIRST_LOCAL + person % LOCALS);
    }
}
