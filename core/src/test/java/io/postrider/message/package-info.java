/** Tests of messages as people see them. */
@NullMarked
package io.postrider.message;

import org.jspecify.annotations.NullMarked;
