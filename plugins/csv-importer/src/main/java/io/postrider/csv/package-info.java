/** The CSV importer plugin. */
@NullMarked
package io.postrider.csv;

import org.jspecify.annotations.NullMarked;
