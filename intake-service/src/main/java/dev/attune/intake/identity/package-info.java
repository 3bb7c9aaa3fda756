/** What verifying a token costs, paid once a minute. */
@NullMarked
package dev.attune.intake.identity;

import org.jspecify.annotations.NullMarked;
