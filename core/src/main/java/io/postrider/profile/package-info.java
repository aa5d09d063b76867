/** People: databases, their fields, profiles and by what a profile is found again. */
@NullMarked
package io.postrider.profile;

import org.jspecify.annotations.NullMarked;
