package io.postrider.rig;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the built parts of Postrider stand on this machine. */
public record Installation(Path home) {
    /** The folder that the launcher names, or the nearest one above the working directory that holds the project. */
    public static Installation find() {
        String named = System.getProperty("postrider.home", "");
        Path folder = Path.of(named).toAbsolutePath().normalize();
        while (folder != null && !Files.exists(folder.resolve("postrider"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new RigException("The folder of Postrider was not found. Start this by ./postrider.");
        }
        return new Installation(folder);
    }

    /** Class path of a module: its jar and the jars beside it. */
    public String classPath(String module) {
        Path target = home.resolve(module).resolve("target");
        return jar(target, "postrider-" + module + "-") + File.pathSeparator + target.resolve("lib") + "/*";
    }

    /** Folder with the packaged plugins of the build. */
    public Path plugins() {
        return home.resolve("core/target/plugins");
    }

    /** Where a bench of this name keeps what it needs. */
    public Path folder(String bench) {
        return home.resolve("data/bench-" + bench);
    }

    /** The sample list of the Honolulu food establishments. */
    public Path sample() {
        return home.resolve("config/samples/honolulu_food_establishments.csv");
    }

    /** A command that starts the class of a module in a JVM of its own, to be lengthened by options. */
    public List<String> command(String heap, String module, String main) {
        return new ArrayList<>(List.of(
                java(),
                heap,
                "-Dio.netty.jfr.enabled=false",
                "-Dpostrider.home=" + home,
                "-cp",
                classPath(module),
                main));
    }

    /** The same for a class that this JVM could run itself. */
    public static List<String> ownCommand(String heap, String main) {
        String classPath = System.getProperty("java.class.path");
        return new ArrayList<>(List.of(java(), heap, "-Dio.netty.jfr.enabled=false", "-cp", classPath, main));
    }

    /** The Java command of the JVM that runs this. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path jar(Path folder, String prefix) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> isJar(file, prefix)).toList();
            if (jars.size() != 1) {
                throw new RigException("One jar " + prefix + "*.jar was expected in " + folder + ", but there are "
                        + jars.size() + ". Run ./postrider build.");
            }
            return jars.get(0);
        } catch (IOException missing) {
            throw new RigException("The folder " + folder + " is missing. Run ./postrider build.", missing);
        }
    }

    private static boolean isJar(Path file, String prefix) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(prefix) && name.endsWith(".jar") && !name.endsWith("-sources.jar");
    }
}
