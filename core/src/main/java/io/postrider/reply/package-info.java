/** What people write back: the words by which it is read, what was read and what came of it. */
@NullMarked
package io.postrider.reply;

import org.jspecify.annotations.NullMarked;
