/** Started, live and ready, as the deployment's probes ask. */
@NullMarked
package dev.attune.intake.health;

import org.jspecify.annotations.NullMarked;
