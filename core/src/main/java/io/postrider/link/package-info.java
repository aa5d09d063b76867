/** The noun link: short codes, their targets, and the clicks on them. */
@NullMarked
package io.postrider.link;

import org.jspecify.annotations.NullMarked;
