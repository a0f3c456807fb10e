// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/print/cardfacts.h"
#include "model/print/receiptfacts.h"

namespace Loket::PrintSamples {

/// A family of four with a foreign husband and a baby without NIK; numbers reserved, waiting for the centre.
ReceiptFacts receipt();
/// The same with `count` members, all with the longest names and places that can be registered.
ReceiptFacts longReceipt(int count);
CardFacts card();
CardFacts longCard();
/// A drawn 354x472 portrait as JPEG.
QByteArray photo();

} // namespace Loket::PrintSamples
