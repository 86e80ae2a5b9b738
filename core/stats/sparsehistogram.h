// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/hdrhistogram.h"

namespace plumb::stats {

/// What HdrHistogram::decode(@p base64).buckets() gives, without the 188 kB of counts in between: for reading
/// the windows of a run, which are thousands. The same texts are refused.
Result<std::vector<HdrHistogram::Bucket>> decodeBuckets(std::string_view base64);

} // namespace plumb::stats
