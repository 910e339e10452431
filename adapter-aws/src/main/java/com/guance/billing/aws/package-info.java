/**
 * AWS Marketplace, global and China, in both identity schemes: one entry for the port ({@code AwsMarketplace}), and four
 * readers of raw text that drive the library from outside: the landing form, the subscription notices, CloudTrail's events and seller
 * reports.
 */
@NullMarked
package com.guance.billing.aws;

import org.jspecify.annotations.NullMarked;
