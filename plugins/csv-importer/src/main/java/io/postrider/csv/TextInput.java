package io.postrider.csv;

import io.postrider.plugin.api.RowException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file as text: bytes counted, byte order mark passed over, nothing replaced silently. */
final class TextInput extends FilterInputStream {
    private final Path file;
    private final Dialect.Encoding encoding;
    private long count;

    TextInput(Path file, Dialect.Encoding encoding) throws IOException {
        super(Files.newInputStream(file));
        this.file = file;
        this.encoding = encoding;
    }

    /** The text behind the mark, if there is one. */
    Reader reader(FileHead head) throws IOException {
        if (head.isMarked(encoding)) {
            count = in.readNBytes(encoding.mark.length()).length;
        }
        return new InputStreamReader(this, decoder());
    }

    long count() {
        return count;
    }

    /** Says which line holds the first bytes that the encoding does not know. */
    RowException malformed() throws IOException {
        long line = 1;
        CharsetDecoder decoder = decoder();
        ByteBuffer bytes = ByteBuffer.allocate(8_192);
        CharBuffer chars = CharBuffer.allocate(8_192);
        try (InputStream again = Files.newInputStream(file)) {
            CoderResult result = CoderResult.UNDERFLOW;
            boolean end = false;
            while (!end && !result.isError()) {
                int read = again.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                result = decoder.decode(bytes, chars.clear(), end);
                bytes.compact();
                line += chars.flip().chars().filter(each -> each == '\n').count();
            }
        }
        return new RowException(
                "wrong-encoding",
                line,
                "Line " + line + " holds letters that are not " + encoding.word() + "; choose another encoding.");
    }

    private CharsetDecoder decoder() {
        return encoding.charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count += Math.max(read, 0);
        return read;
    }
}
