package io.postrider.store;

import io.postrider.config.CannotStartException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, which travel in a jar as a tar archive packed by xz. They are unpacked once into a folder named by
 * the archive's checksum; {@code tar} belongs to every Linux, {@code xz} does not.
 */
final class PostgresBinaries {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private PostgresBinaries() {}

    /** The folder with bin, lib and share, unpacked if it was not yet. */
    static Path unpackInto(Path folder) throws IOException {
        URL archive = PostgresBinaries.class.getResource(ARCHIVE);
        if (archive == null) {
            throw new CannotStartException("PostgreSQL comes with Postrider for Linux on x86-64 only;"
                    + " on this machine give the address of your own in database.url.");
        }
        Path home = folder.resolve("binaries-" + checksum(archive));
        if (!Files.isDirectory(home)) {
            unpack(archive, home);
        }
        return home;
    }

    private static String checksum(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        return "unpacked";
    }

    private static void unpack(URL archive, Path home) throws IOException {
        Path unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
        FileTree.delete(unfinished);
        Files.createDirectories(unfinished);
        Process tar = new ProcessBuilder("tar", "-x", "--no-same-owner", "-C", unfinished.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream packed = new XZInputStream(archive.openStream());
                OutputStream toTar = tar.getOutputStream()) {
            packed.transferTo(toTar);
        } catch (IOException problem) {
            tar.destroy();
            throw new IOException("PostgreSQL cannot be unpacked into " + unfinished, problem);
        }
        if (Finished.waitFor(tar) != 0) {
            throw new IOException("tar could not unpack PostgreSQL into " + unfinished);
        }
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }
}
