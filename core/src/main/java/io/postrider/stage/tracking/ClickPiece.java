package io.postrider.stage.tracking;

import io.postrider.link.Click;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whole lines of a file of clicks.
 *
 * @param to position behind the last of them; the first one's when there is none
 * @param old whether nothing more will be written to the file
 */
record ClickPiece(long to, List<Click> clicks, boolean old) {
    private static final Logger LOG = LoggerFactory.getLogger(ClickPiece.class);
    private static final int MOST_BYTES = 128 * 1024;

    ClickPiece {
        clicks = List.copyOf(clicks);
    }

    /** Reads on from a position. Blocks. */
    static ClickPiece read(Path file, long from, boolean old) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int read = 0;
            while (bytes.hasRemaining() && read >= 0) {
                read = channel.read(bytes, from + bytes.position());
            }
        }
        int end = bytes.position();
        while (end > 0 && bytes.get(end - 1) != '\n') {
            end--;
        }
        String lines = new String(bytes.array(), 0, end, StandardCharsets.UTF_8);
        return new ClickPiece(from + end, clicks(file, lines), old);
    }

    private static List<Click> clicks(Path file, String lines) {
        List<Click> clicks = new ArrayList<>();
        lines.lines()
                .forEach(line -> ClickLine.click(line)
                        .ifPresentOrElse(clicks::add, () -> LOG.error("a click in {} cannot be read: {}", file, line)));
        return clicks;
    }
}
