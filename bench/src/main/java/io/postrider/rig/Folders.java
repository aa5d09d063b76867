package io.postrider.rig;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Folders that this program made and may delete. */
public final class Folders {
    private Folders() {}

    /**
     * Deletes the folder with all that is in it; a symbolic link in it is deleted, not followed.
     *
     * @return whether there was one
     */
    public static boolean delete(Path folder) {
        if (!Files.exists(folder)) {
            return false;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException problem)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
            return true;
        } catch (IOException problem) {
            throw new RigException("The folder " + folder + " cannot be deleted: " + problem.getMessage(), problem);
        }
    }
}
