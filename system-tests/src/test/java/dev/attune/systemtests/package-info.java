/** Black box over the running system: what must hold, told as stories, faults, pages and rules. */
@NullMarked
package dev.attune.systemtests;

import org.jspecify.annotations.NullMarked;
