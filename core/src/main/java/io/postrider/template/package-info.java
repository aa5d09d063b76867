/** The noun template: its language, its sandbox, its versions. */
@NullMarked
package io.postrider.template;

import org.jspecify.annotations.NullMarked;
