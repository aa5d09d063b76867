package io.postrider.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A text in memory, as a stream that gives it once. */
final class BufferStream implements ReadStream<Buffer> {
    private final Buffer content;
    private @Nullable Handler<Buffer> handler;
    private @Nullable Handler<Void> endHandler;
    private boolean flowing = true;
    private boolean given;

    BufferStream(Buffer content) {
        this.content = content;
    }

    @Override
    public BufferStream handler(@Nullable Handler<Buffer> to) {
        handler = to;
        give();
        return this;
    }

    @Override
    public BufferStream endHandler(@Nullable Handler<Void> to) {
        endHandler = to;
        return this;
    }

    @Override
    public BufferStream exceptionHandler(@Nullable Handler<Throwable> to) {
        return this;
    }

    @Override
    public BufferStream pause() {
        flowing = false;
        return this;
    }

    @Override
    public BufferStream resume() {
        flowing = true;
        give();
        return this;
    }

    @Override
    public BufferStream fetch(long amount) {
        return resume();
    }

    private void give() {
        Handler<Buffer> to = handler;
        if (flowing && !given && to != null) {
            given = true;
            to.handle(content);
            if (endHandler != null) {
                endHandler.handle(null);
            }
        }
    }
}
