// SPDX-License-Identifier: Apache-2.0
#include "model/print/modules.h"

#include <qrencode.h>
#include <zint.h>

#include <memory>

namespace Loket {

std::optional<Modules> qrModules(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty() || bytes.contains('\0'))
        return std::nullopt;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(bytes.constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code)
        return std::nullopt;
    Modules modules{code->width, code->width, QBitArray(code->width * code->width)};
    for (int i = 0; i < modules.dark.size(); ++i)
        modules.dark.setBit(i, (code->data[i] & 1) != 0);
    return modules;
}

std::optional<Modules> code128Modules(const QString &text)
{
    for (const QChar c : text) {
        if (c.unicode() < 0x20 || c.unicode() > 0x7e)
            return std::nullopt;
    }
    const QByteArray bytes = text.toLatin1();
    if (bytes.isEmpty())
        return std::nullopt;
    const std::unique_ptr<zint_symbol, decltype(&ZBarcode_Delete)> symbol(ZBarcode_Create(),
                                                                          &ZBarcode_Delete);
    if (!symbol)
        return std::nullopt;
    symbol->symbology = BARCODE_CODE128;
    const auto *source = reinterpret_cast<const unsigned char *>(bytes.constData());
    if (ZBarcode_Encode(symbol.get(), source, int(bytes.size())) >= ZINT_ERROR)
        return std::nullopt;
    Modules modules{symbol->width, 1, QBitArray(symbol->width)};
    for (int i = 0; i < symbol->width; ++i)
        modules.dark.setBit(i, ((symbol->encoded_data[0][i / 8] >> (i % 8)) & 1) != 0);
    return modules;
}

} // namespace Loket
