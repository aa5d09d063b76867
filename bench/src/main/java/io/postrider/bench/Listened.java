package io.postrider.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Output that ends the bench, and every process it has started, as soon as nobody reads it any more. */
final class Listened extends FilterOutputStream {
    /** What a shell says of a process that ended so. */
    private static final int BROKEN_PIPE = 141;

    private Listened(OutputStream out) {
        super(out);
    }

    static PrintStream of(FileDescriptor descriptor) {
        return new PrintStream(new Listened(new FileOutputStream(descriptor)), true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(byte[] octets, int from, int length) {
        try {
            out.write(octets, from, length);
        } catch (IOException nobodyReads) {
            System.exit(BROKEN_PIPE);
        }
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }
}
