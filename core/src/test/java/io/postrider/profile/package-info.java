/** Tests of profiles and their values. */
@NullMarked
package io.postrider.profile;

import org.jspecify.annotations.NullMarked;
