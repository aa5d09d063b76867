/** The demo: the main job on real input, driven through the public interfaces alone, with its equations checked. */
@NullMarked
package io.postrider.demo;

import org.jspecify.annotations.NullMarked;
