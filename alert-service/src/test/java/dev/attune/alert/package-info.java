@NullMarked
package dev.attune.alert;

import org.jspecify.annotations.NullMarked;
