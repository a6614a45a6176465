/** The distribution functions, samplers and quantiles that several estimators share; not exported. */
package org.touchstone.statistics.chance;
