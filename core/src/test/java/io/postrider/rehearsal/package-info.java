@NullMarked
package io.postrider.rehearsal;

import org.jspecify.annotations.NullMarked;
