/** The estimators of the statistics over Apache Spark DataFrames: items stay where they are, tables travel, sums come back. */
package org.touchstone.spark;
