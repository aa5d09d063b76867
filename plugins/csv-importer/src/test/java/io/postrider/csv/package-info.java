/** Tests of the CSV importer plugin. */
@NullMarked
package io.postrider.csv;

import org.jspecify.annotations.NullMarked;
