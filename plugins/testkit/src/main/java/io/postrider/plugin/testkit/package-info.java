/** The contracts of the plugin API as abstract tests: a plugin's test extends them. */
@NullMarked
package io.postrider.plugin.testkit;

import org.jspecify.annotations.NullMarked;
