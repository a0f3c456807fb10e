<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
<context>
    <name>CaptureWords</name>
    <message>
        <source>No face is seen. Look straight into the camera, with the face uncovered.</source>
        <translation>Wajah tidak terlihat. Hadapkan wajah lurus ke kamera, tanpa penutup wajah.</translation>
    </message>
    <message>
        <source>Several faces are seen. Only the applicant may be in the picture.</source>
        <translation>Terlihat beberapa wajah. Hanya peserta yang boleh ada di foto.</translation>
    </message>
    <message>
        <source>The face is too small. Come closer to the camera.</source>
        <translation>Wajah terlalu kecil. Mendekatlah ke kamera.</translation>
    </message>
    <message>
        <source>The face is too dark. Turn it to the window or to the lamp.</source>
        <translation>Wajah terlalu gelap. Hadapkan wajah ke jendela atau lampu.</translation>
    </message>
    <message>
        <source>The face is too bright. Turn it away from the lamp, or close the curtain.</source>
        <translation>Wajah terlalu terang. Palingkan wajah dari lampu, atau tutup tirai.</translation>
    </message>
    <message>
        <source>The picture is blurred. Hold still, and wipe the lens of the camera.</source>
        <translation>Foto kabur. Minta peserta diam, dan bersihkan lensa kamera.</translation>
    </message>
    <message>
        <source>The head is tilted. Hold it upright.</source>
        <translation>Kepala miring. Minta peserta menegakkan kepala.</translation>
    </message>
    <message>
        <source>Things are seen behind the head. Sit in front of a plain wall.</source>
        <translation>Ada benda di belakang kepala. Minta peserta duduk di depan dinding polos.</translation>
    </message>
    <message>
        <source>The camera was pulled out. Plug it in again; it goes on by itself.</source>
        <translation>Kamera tercabut. Sambungkan lagi; gambarnya muncul sendiri.</translation>
    </message>
    <message>
        <source>Another program uses the camera. Close it; the camera goes on by itself.</source>
        <translation>Kamera dipakai program lain. Tutup program itu; gambarnya muncul sendiri.</translation>
    </message>
    <message>
        <source>This user may not use the camera. Ask the administrator to add the user to the group &quot;video&quot;.</source>
        <translation>Pengguna ini tidak berhak memakai kamera. Minta administrator memasukkan pengguna ke grup &quot;video&quot;.</translation>
    </message>
    <message>
        <source>The camera sends no picture. Wait a moment, or pull it out and plug it in again.</source>
        <translation>Kamera tidak mengirim gambar. Tunggu sebentar, atau cabut lalu sambungkan lagi.</translation>
    </message>
    <message>
        <source>The camera does not work. Pull it out and plug it in again, or choose another one.</source>
        <translation>Kamera tidak berfungsi. Cabut lalu sambungkan lagi, atau pilih kamera lain.</translation>
    </message>
</context>
<context>
    <name>Loket::AnnouncementCard</name>
    <message>
        <source>From the centre</source>
        <translation>Dari pusat</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Sudah dibaca</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>Penting</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Pemberitahuan</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>sampai %1</translation>
    </message>
    <message>
        <source>Read: %1</source>
        <translation>Sudah dibaca: %1</translation>
    </message>
</context>
<context>
    <name>Loket::ApplicantFacts</name>
    <message>
        <source>Family card</source>
        <translation>Nomor KK</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Rekening</translation>
    </message>
    <message>
        <source>To pay every month</source>
        <translation>Dibayar tiap bulan</translation>
    </message>
    <message>
        <source>First payment</source>
        <translation>Bayar pertama</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>Berlaku mulai</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Hubungan</translation>
    </message>
    <message>
        <source>KITAS</source>
        <translation>KITAS</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Lahir</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>FKTP</translation>
    </message>
</context>
<context>
    <name>Loket::ApplicantScreen</name>
    <message>
        <source>For the applicant</source>
        <translation>Untuk pemohon</translation>
    </message>
    <message>
        <source>Please sign here</source>
        <translation>Silakan tanda tangan di sini</translation>
    </message>
    <message>
        <source>%1, please sign here</source>
        <translation>%1, silakan tanda tangan di sini</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
</context>
<context>
    <name>Loket::ApplicantView</name>
    <message>
        <source>Welcome</source>
        <translation>Selamat datang</translation>
    </message>
    <message>
        <source>Is everything right?</source>
        <translation>Sudah benar?</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>page</comment>
        <translation>%1 dari %2</translation>
    </message>
</context>
<context>
    <name>Loket::AsideTexts</name>
    <message>
        <source>a family</source>
        <translation>data keluarga</translation>
    </message>
    <message>
        <source>a decision</source>
        <translation>putusan</translation>
    </message>
    <message>
        <source>card numbers</source>
        <translation>nomor kartu</translation>
    </message>
    <message>
        <source>an announcement</source>
        <translation>pengumuman</translation>
    </message>
    <message>
        <source>an edition of the rulebook</source>
        <translation>edisi aturan</translation>
    </message>
    <message>
        <source>a list of facilities</source>
        <translation>daftar faskes</translation>
    </message>
    <message>
        <source>an order to this counter</source>
        <translation>perintah untuk konter ini</translation>
    </message>
    <message>
        <source>something new (%1)</source>
        <translation>hal baru (%1)</translation>
    </message>
    <message>
        <source>No. %1 · %2: %3</source>
        <comment>number in the feed, what it is, why it was not applied</comment>
        <translation>No. %1 · %2: %3</translation>
    </message>
</context>
<context>
    <name>Loket::AvailabilityTexts</name>
    <message>
        <source>At: %1</source>
        <translation>Bisa di: %1</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>kelas %1</translation>
    </message>
    <message>
        <source>leaves the family</source>
        <translation>keluar dari keluarga</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>mulai %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 turns %2: leaves unless there is a school letter</source>
        <translation>%1 berumur %2: keluar, kecuali ada surat sekolah</translation>
    </message>
    <message>
        <source>%1 turns %2: leaves even with a school letter</source>
        <translation>%1 berumur %2: keluar, walau ada surat sekolah</translation>
    </message>
    <message>
        <source>School letter of %1 expires</source>
        <translation>Surat sekolah %1 habis masa berlaku</translation>
    </message>
    <message>
        <source>Last day of the first payment</source>
        <translation>Hari terakhir pembayaran pertama</translation>
    </message>
    <message>
        <source>NIK of %1 must be there</source>
        <translation>Batas NIK %1</translation>
    </message>
    <message>
        <source>Term of office or contract of %1 ends</source>
        <translation>Masa jabatan atau kontrak %1 berakhir</translation>
    </message>
    <message>
        <source>Everybody may change the facility</source>
        <translation>Semua anggota boleh pindah FKTP</translation>
    </message>
    <message>
        <source>%1 may change the facility</source>
        <translation>%1 boleh pindah FKTP</translation>
    </message>
    <message>
        <source>Cover is suspended: %1 is unpaid</source>
        <translation>Penjaminan dihentikan sementara: %1 belum dibayar</translation>
    </message>
    <message>
        <source>Cover is suspended unless %1 is paid</source>
        <translation>Penjaminan dihentikan bila %1 belum dibayar</translation>
    </message>
    <message>
        <source>Arrears reach %1 months and grow no more</source>
        <translation>Tunggakan mencapai %1 bulan dan tidak bertambah lagi</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>service, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>service, member, value</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>sejak %1</translation>
    </message>
    <message>
        <source>%1 · now only with a reason</source>
        <translation>%1 · sekarang hanya dengan alasan</translation>
    </message>
    <message>
        <source>Possible now with: %1</source>
        <translation>Sekarang bisa dengan: %1</translation>
    </message>
</context>
<context>
    <name>Loket::CalcAnswerCard</name>
    <message>
        <source>Answer</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>✓ allowed</source>
        <translation>✓ boleh</translation>
    </message>
    <message>
        <source>✕ not allowed</source>
        <translation>✕ tidak boleh</translation>
    </message>
    <message>
        <source>Reckoned with edition %1, in force from %2</source>
        <translation>Dihitung dengan edisi %1, berlaku mulai %2</translation>
    </message>
</context>
<context>
    <name>Loket::CalcList</name>
    <message>
        <source>Calculations</source>
        <translation>Hitungan</translation>
    </message>
    <message>
        <source>Type to find</source>
        <translation>Ketik untuk mencari</translation>
    </message>
    <message>
        <source>Find a calculation</source>
        <translation>Cari hitungan</translation>
    </message>
</context>
<context>
    <name>Loket::CalcPage</name>
    <message>
        <source>Calculate</source>
        <translation>Hitung</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Yang diketahui</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Langkah</translation>
    </message>
    <message>
        <source>Enter or F1: why?</source>
        <translation>Enter atau F1: mengapa?</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Mulai lagi</translation>
    </message>
    <message>
        <source>Take into a case</source>
        <translation>Ambil ke kasus</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>No steps yet</source>
        <translation>Belum ada langkah</translation>
    </message>
    <message>
        <source>They appear here as soon as everything above is filled in.</source>
        <translation>Langkah muncul di sini begitu semua isian di atas lengkap.</translation>
    </message>
    <message>
        <source>Family of %1</source>
        <translation>Keluarga %1</translation>
    </message>
</context>
<context>
    <name>Loket::CalcStepsModel</name>
    <message>
        <source>Why?</source>
        <translation>Mengapa?</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Langkah</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Hitungan</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Hasil</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
</context>
<context>
    <name>Loket::CameraPart</name>
    <message>
        <source>Looking for cameras…</source>
        <translation>Mencari kamera…</translation>
    </message>
    <message>
        <source>There is no camera. Plug one in, it starts by itself; or choose a file with Ctrl+O.</source>
        <translation>Tidak ada kamera. Sambungkan kamera, gambarnya muncul sendiri; atau pilih berkas dengan Ctrl+O.</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>Kamera sedang dinyalakan…</translation>
    </message>
    <message>
        <source>no camera</source>
        <translation>tidak ada kamera</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
</context>
<context>
    <name>Loket::CardBatch</name>
    <message>
        <source>no printer found</source>
        <translation>printer tidak ditemukan</translation>
    </message>
    <message>
        <source>no print service</source>
        <translation>layanan cetak tidak ada</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n dipilih</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 came out</source>
        <translation>%1 dari %2 sudah keluar</translation>
    </message>
    <message numerus="yes">
        <source>%n at the printer</source>
        <translation>
            <numerusform>%n di printer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known</source>
        <translation>
            <numerusform>%n belum jelas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n may not be printed</source>
        <translation>
            <numerusform>%n tidak boleh dicetak</numerusform>
        </translation>
    </message>
    <message>
        <source>Every card of this batch has been seen to.</source>
        <translation>Semua kartu dalam daftar ini sudah beres.</translation>
    </message>
    <message>
        <source>Printing goes on when this window is closed.</source>
        <translation>Pencetakan berlanjut walau jendela ini ditutup.</translation>
    </message>
    <message>
        <source>The batch stands. What came out is not printed again.</source>
        <translation>Pencetakan terhenti. Yang sudah keluar tidak dicetak lagi.</translation>
    </message>
    <message>
        <source>Did card %1 come out, %2 of %3?</source>
        <translation>Apakah kartu %1 sudah keluar, %2 milik %3?</translation>
    </message>
    <message>
        <source>Go on from card %1</source>
        <translation>Lanjut dari kartu %1</translation>
    </message>
    <message numerus="yes">
        <source>Print %n cards</source>
        <translation>
            <numerusform>Cetak %n kartu</numerusform>
        </translation>
    </message>
    <message>
        <source>Print cards</source>
        <translation>Cetak kartu</translation>
    </message>
    <message>
        <source>Card stock</source>
        <translation>Bahan kartu</translation>
    </message>
    <message>
        <source>White card</source>
        <translation>Kartu putih</translation>
    </message>
    <message>
        <source>Pre-printed card</source>
        <translation>Kartu bergambar</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>How many cards came out</source>
        <translation>Berapa kartu sudah keluar</translation>
    </message>
    <message>
        <source>Cards of the batch</source>
        <translation>Kartu dalam daftar cetak</translation>
    </message>
    <message>
        <source>No card to print</source>
        <translation>Tidak ada kartu untuk dicetak</translation>
    </message>
    <message>
        <source>Choose cards on the page of cards or of a family.</source>
        <translation>Pilih kartu di halaman kartu atau halaman keluarga.</translation>
    </message>
    <message>
        <source>It came out</source>
        <translation>Sudah keluar</translation>
    </message>
    <message>
        <source>It did not come out</source>
        <translation>Tidak keluar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Take back what waits</source>
        <translation>Tarik yang menunggu</translation>
    </message>
    <message>
        <source>End the batch</source>
        <translation>Akhiri daftar ini</translation>
    </message>
    <message>
        <source>Stop after these</source>
        <translation>Berhenti setelah ini</translation>
    </message>
    <message>
        <source>The print log could not be written, so nothing more is sent: %1</source>
        <translation>Catatan cetak tidak dapat ditulis, jadi tidak ada lagi yang dikirim: %1</translation>
    </message>
</context>
<context>
    <name>Loket::CardBatchModel</name>
    <message>
        <source>not in the batch</source>
        <translation>tidak ikut dicetak</translation>
    </message>
    <message>
        <source>will be printed</source>
        <translation>akan dicetak</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>dilewatkan</translation>
    </message>
    <message>
        <source>Space takes it in again.</source>
        <translation>Spasi menyertakannya lagi.</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>menunggu</translation>
    </message>
    <message>
        <source>did not come out</source>
        <translation>tidak keluar</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>sedang dikirim</translation>
    </message>
    <message>
        <source>came out</source>
        <translation>sudah keluar</translation>
    </message>
    <message>
        <source>did it come out?</source>
        <translation>sudah keluar?</translation>
    </message>
    <message>
        <source>Only a look at the printer can tell.</source>
        <translation>Hanya bisa dilihat di printer.</translation>
    </message>
    <message>
        <source>may not be printed</source>
        <translation>tidak boleh dicetak</translation>
    </message>
    <message>
        <source>spoilt</source>
        <translation>rusak</translation>
    </message>
    <message>
        <source>Print it again from its own window.</source>
        <translation>Cetak lagi dari jendelanya sendiri.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Nomor kartu</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
</context>
<context>
    <name>Loket::CardDialog</name>
    <message>
        <source>Card</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>No participant with this card number is known here. Synchronise, then search again.</source>
        <translation>Peserta dengan nomor kartu ini belum dikenal di sini. Sinkronkan, lalu cari lagi.</translation>
    </message>
    <message>
        <source>Card %1</source>
        <translation>Kartu %1</translation>
    </message>
    <message>
        <source>White card</source>
        <translation>Kartu putih</translation>
    </message>
    <message>
        <source>Pre-printed card</source>
        <translation>Kartu pracetak</translation>
    </message>
    <message>
        <source>Card stock</source>
        <translation>Bahan kartu</translation>
    </message>
</context>
<context>
    <name>Loket::CardReason</name>
    <message>
        <source>Why again?</source>
        <translation>Mengapa lagi?</translation>
    </message>
    <message>
        <source>Collected by the family</source>
        <translation>Diambil keluarga</translation>
    </message>
    <message>
        <source>Collected by another person</source>
        <translation>Diambil orang lain</translation>
    </message>
    <message>
        <source>Why the card is printed again</source>
        <translation>Mengapa kartu dicetak ulang</translation>
    </message>
    <message>
        <source>Who collects the card</source>
        <translation>Siapa yang mengambil kartu</translation>
    </message>
    <message numerus="yes">
        <source>Printed %n time(s) before: say why again, and tick what was seen.</source>
        <translation>
            <numerusform>Sudah dicetak %n kali: pilih alasan cetak ulang dan centang yang sudah dilihat.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show KIS Digital first. Why is a card printed?</source>
        <translation>Tunjukkan KIS Digital dahulu. Mengapa kartu dicetak?</translation>
    </message>
    <message>
        <source>Note (may stay empty)</source>
        <translation>Catatan (boleh kosong)</translation>
    </message>
    <message>
        <source>Reason, e.g. no smartphone</source>
        <translation>Alasan, mis. tidak punya ponsel</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Why a card is printed</source>
        <translation>Mengapa kartu dicetak</translation>
    </message>
    <message>
        <source>The reason is kept in the log.</source>
        <translation>Alasan disimpan dalam catatan cetak.</translation>
    </message>
    <message>
        <source>Choose the reason first.</source>
        <translation>Pilih alasannya dahulu.</translation>
    </message>
    <message>
        <source>Not everything was seen yet.</source>
        <translation>Belum semua dilihat.</translation>
    </message>
</context>
<context>
    <name>Loket::CardReasonDialog</name>
    <message numerus="yes">
        <source>%n cards need a reason</source>
        <translation>
            <numerusform>%n kartu perlu alasan</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
</context>
<context>
    <name>Loket::CardRoom</name>
    <message>
        <source>To print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>To collect (%1)</source>
        <translation>Ambil (%1)</translation>
    </message>
    <message>
        <source>To collect</source>
        <translation>Ambil</translation>
    </message>
    <message>
        <source>Blank cards</source>
        <translation>Kartu kosong</translation>
    </message>
    <message numerus="yes">
        <source>%n prints: nobody has said yet whether they came out</source>
        <translation>
            <numerusform>%n cetakan belum jelas hasilnya</numerusform>
        </translation>
    </message>
    <message>
        <source>Say what came out</source>
        <translation>Tentukan hasilnya</translation>
    </message>
</context>
<context>
    <name>Loket::CardWords</name>
    <message>
        <source>possible</source>
        <translation>bisa</translation>
    </message>
    <message>
        <source>waits for the centre</source>
        <translation>menunggu pusat</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>belum ada nomor</translation>
    </message>
    <message>
        <source>not active</source>
        <translation>belum aktif</translation>
    </message>
    <message>
        <source>The card can be printed.</source>
        <translation>Kartu bisa dicetak.</translation>
    </message>
    <message>
        <source>deceased</source>
        <translation>meninggal</translation>
    </message>
    <message>
        <source>with a reason</source>
        <translation>dengan alasan</translation>
    </message>
    <message>
        <source>not paid yet</source>
        <translation>belum bayar</translation>
    </message>
    <message>
        <source>Show KIS Digital first. A card is printed with a reason of the officer.</source>
        <translation>Tunjukkan KIS Digital dahulu. Kartu dicetak dengan alasan petugas.</translation>
    </message>
</context>
<context>
    <name>Loket::CardsModel</name>
    <message>
        <source>Family of %1</source>
        <translation>Keluarga %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Nomor kartu</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Keluarga</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kartu</translation>
    </message>
</context>
<context>
    <name>Loket::CardsPage</name>
    <message>
        <source>Cards</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>No card number yet</source>
        <translation>Belum ada nomor kartu</translation>
    </message>
    <message>
        <source>Card %1</source>
        <translation>Kartu %1</translation>
    </message>
    <message>
        <source>Cards of families registered here</source>
        <translation>Kartu keluarga yang didaftarkan di sini</translation>
    </message>
    <message>
        <source>%1 can be printed</source>
        <translation>%1 bisa dicetak</translation>
    </message>
    <message>
        <source>Enter shows the card</source>
        <translation>Enter menampilkan kartu</translation>
    </message>
    <message>
        <source>No family has been registered here yet</source>
        <translation>Belum ada keluarga yang didaftarkan di sini</translation>
    </message>
    <message>
        <source>For a card of any other participant, search with F2 and open the family.</source>
        <translation>Untuk kartu peserta lain, cari dengan F2 lalu buka keluarganya.</translation>
    </message>
    <message>
        <source>The list can&apos;t be read</source>
        <translation>Daftar tidak dapat dibaca</translation>
    </message>
    <message>
        <source>Print card</source>
        <translation>Cetak kartu</translation>
    </message>
    <message>
        <source>Open family</source>
        <translation>Buka keluarga</translation>
    </message>
    <message>
        <source>Print several cards…</source>
        <translation>Cetak beberapa kartu…</translation>
    </message>
</context>
<context>
    <name>Loket::CaseDraft</name>
    <message>
        <source>typing</source>
        <translation>pengetikan</translation>
    </message>
    <message>
        <source>new member</source>
        <translation>anggota baru</translation>
    </message>
    <message>
        <source>paste</source>
        <translation>tempel</translation>
    </message>
    <message>
        <source>removed member</source>
        <translation>anggota dihapus</translation>
    </message>
    <message>
        <source>moved member</source>
        <translation>anggota dipindah</translation>
    </message>
    <message>
        <source>document seen</source>
        <translation>dokumen dilihat</translation>
    </message>
    <message>
        <source>document not seen</source>
        <translation>dokumen belum dilihat</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>persetujuan</translation>
    </message>
    <message>
        <source>billing address</source>
        <translation>alamat penagihan</translation>
    </message>
    <message>
        <source>warning passed</source>
        <translation>peringatan dilewati</translation>
    </message>
    <message>
        <source>warning open again</source>
        <translation>peringatan dibuka lagi</translation>
    </message>
    <message>
        <source>family chosen</source>
        <translation>keluarga dipilih</translation>
    </message>
    <message>
        <source>no family</source>
        <translation>tanpa keluarga</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>scan removed</source>
        <translation>pindaian dihapus</translation>
    </message>
    <message>
        <source>document scanned</source>
        <translation>dokumen dipindai</translation>
    </message>
</context>
<context>
    <name>Loket::CaseField</name>
    <message>
        <source>now: %1</source>
        <translation>sekarang: %1</translation>
    </message>
</context>
<context>
    <name>Loket::CaseListModel</name>
    <message>
        <source>Reference</source>
        <translation>Referensi</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Keluarga</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Disimpan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Selanjutnya</translation>
    </message>
</context>
<context>
    <name>Loket::CasePage</name>
    <message>
        <source>Save draft</source>
        <translation>Simpan konsep</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Throws this draft away. You can take that back for a moment.</source>
        <translation>Membuang konsep ini. Sesaat kemudian masih dapat diurungkan.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Menyimpan…</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Ajukan</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Menyimpan</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>konsep</translation>
    </message>
    <message>
        <source>draft · saving… (last %1)</source>
        <translation>konsep · menyimpan… (terakhir %1)</translation>
    </message>
    <message>
        <source>draft · saving…</source>
        <translation>konsep · menyimpan…</translation>
    </message>
    <message>
        <source>draft · saved %1</source>
        <translation>konsep · tersimpan %1</translation>
    </message>
    <message>
        <source>draft · could not be saved</source>
        <translation>konsep · gagal disimpan</translation>
    </message>
    <message>
        <source>by proxy: %1</source>
        <translation>dikuasakan: %1</translation>
    </message>
    <message>
        <source>by a member</source>
        <translation>oleh anggota keluarga</translation>
    </message>
    <message>
        <source>Segment and applicant: %1</source>
        <translation>Segmen dan pemohon: %1</translation>
    </message>
    <message>
        <source>Everything is there</source>
        <translation>Semua lengkap</translation>
    </message>
    <message>
        <source>Shows what is still missing</source>
        <translation>Menunjukkan apa yang masih kurang</translation>
    </message>
    <message>
        <source>new family</source>
        <translation>keluarga baru</translation>
    </message>
    <message>
        <source>Draft saved. It is found again on the home page.</source>
        <translation>Konsep tersimpan. Dapat dibuka lagi dari beranda.</translation>
    </message>
    <message>
        <source>Draft discarded</source>
        <translation>Konsep dibuang</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Not allowed: %1</source>
        <translation>Tidak boleh: %1</translation>
    </message>
    <message>
        <source>The counter may not decide this: %1. Keep the draft and hand it to the back office.</source>
        <translation>Loket tidak berwenang memutuskan: %1. Simpan konsep dan teruskan ke back office.</translation>
    </message>
    <message numerus="yes">
        <source>Not submitted yet: %n problem(s) to mend; F6 goes from one to the next.</source>
        <translation>
            <numerusform>Belum diajukan: %n masalah harus diperbaiki; F6 ke masalah berikutnya.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not submitted yet: %n document(s) still to be seen (F7).</source>
        <translation>
            <numerusform>Belum diajukan: %n dokumen belum dilihat (F7).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s): give a reason, or submit again to go on without one.</source>
        <translation>
            <numerusform>%n peringatan: beri alasan, atau Ajukan sekali lagi tanpa alasan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved. %1 The draft stays as it is.</source>
        <translation>Tidak tersimpan. %1 Konsep tetap ada.</translation>
    </message>
    <message>
        <source>This case was saved before with other content; see the family&apos;s page.</source>
        <translation>Kasus ini sudah tersimpan dengan isi lain; lihat halaman keluarga.</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Tidak tersimpan: %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lainnya</translation>
    </message>
    <message>
        <source>Put aside, hand over, related family</source>
        <translation>Titip, serahkan, keluarga terkait</translation>
    </message>
    <message>
        <source>Put aside for the back office…</source>
        <translation>Titip ke back office…</translation>
    </message>
    <message>
        <source>Hand over to another officer…</source>
        <translation>Serahkan ke petugas lain…</translation>
    </message>
    <message>
        <source>Register a related family</source>
        <translation>Daftarkan keluarga terkait</translation>
    </message>
    <message>
        <source>That did not work. %1 The draft stays as it is.</source>
        <translation>Tidak berhasil. %1 Konsep tetap seperti semula.</translation>
    </message>
    <message>
        <source>Put aside. Every officer finds it on the home page.</source>
        <translation>Dititipkan. Setiap petugas menemukannya di halaman awal.</translation>
    </message>
    <message>
        <source>Hand the draft over</source>
        <translation>Serahkan konsep</translation>
    </message>
    <message>
        <source>It leaves your list and stands in that of the other officer.</source>
        <translation>Konsep pindah dari daftar Anda ke daftar petugas itu.</translation>
    </message>
    <message>
        <source>To whom?</source>
        <translation>Kepada siapa?</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Serahkan</translation>
    </message>
    <message>
        <source>Handed over to %1.</source>
        <translation>Diserahkan kepada %1.</translation>
    </message>
    <message>
        <source>Take this case back</source>
        <translation>Urungkan kasus ini</translation>
    </message>
    <message>
        <source>Its numbers are spoilt for good and the family is as before. This can&apos;t be undone.</source>
        <translation>Nomornya hangus dan keluarga kembali seperti semula. Tindakan ini tidak dapat ditarik.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Entered for the wrong family</source>
        <translation>Salah keluarga</translation>
    </message>
    <message>
        <source>The person changed their mind</source>
        <translation>Pemohon berubah pikiran</translation>
    </message>
    <message>
        <source>Not taken back</source>
        <translation>Tidak dapat diurungkan</translation>
    </message>
    <message>
        <source>The case is void.</source>
        <translation>Kasus dibatalkan.</translation>
    </message>
    <message>
        <source>The centre says: %1</source>
        <translation>Kata pusat: %1</translation>
    </message>
    <message>
        <source>Form (FDIP) to sign</source>
        <translation>Formulir (FDIP) untuk ditandatangani</translation>
    </message>
</context>
<context>
    <name>Loket::CaseSection</name>
    <message>
        <source>Family</source>
        <translation>Keluarga</translation>
    </message>
    <message>
        <source>Account for automatic debit</source>
        <translation>Rekening autodebit</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Pemohon</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>Yang diminta</translation>
    </message>
</context>
<context>
    <name>Loket::CaseStrip</name>
    <message>
        <source>Open case %1: %2</source>
        <translation>Kasus terbuka %1: %2</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Ctrl+%2)</translation>
    </message>
    <message>
        <source>All open cases</source>
        <translation>Semua kasus terbuka</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Kasus</translation>
    </message>
</context>
<context>
    <name>Loket::CaseSummary</name>
    <message>
        <source>Saved</source>
        <translation>Tersimpan</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Cetak tanda terima</translation>
    </message>
    <message>
        <source>Register the next family</source>
        <translation>Daftarkan keluarga berikutnya</translation>
    </message>
    <message>
        <source>Open family</source>
        <translation>Buka keluarga</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Nomor rujukan</translation>
    </message>
    <message>
        <source>Virtual account</source>
        <translation>Virtual account</translation>
    </message>
    <message>
        <source>follows once the centre confirms</source>
        <translation>menyusul setelah pusat menetapkan</translation>
    </message>
    <message>
        <source>To pay every month</source>
        <translation>Dibayar tiap bulan</translation>
    </message>
    <message>
        <source>First payment</source>
        <translation>Bayar pertama</translation>
    </message>
    <message>
        <source>number follows</source>
        <translation>nomor menyusul</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>menunggu</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>ditetapkan</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>nomor sewa</translation>
    </message>
    <message>
        <source>Print the receipt and hand it to the applicant.</source>
        <translation>Cetak tanda terima dan serahkan kepada pemohon.</translation>
    </message>
    <message>
        <source>The case is sent to the centre with the next synchronisation; the numbers count from its confirmation on.</source>
        <translation>Kasus dikirim ke pusat pada sinkron berikutnya; nomor berlaku setelah ditetapkan pusat.</translation>
    </message>
    <message>
        <source>The centre has decided; see the family&apos;s page.</source>
        <translation>Pusat sudah memutuskan; lihat halaman keluarga.</translation>
    </message>
    <message>
        <source>The cards can be printed once the first payment is in, from %1 at the earliest.</source>
        <translation>Kartu dapat dicetak setelah iuran pertama dibayar, paling cepat %1.</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Diurungkan</translation>
    </message>
    <message>
        <source>The same service again</source>
        <translation>Layanan yang sama lagi</translation>
    </message>
    <message>
        <source>Register a related family</source>
        <translation>Daftarkan keluarga terkait</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Perbaiki</translation>
    </message>
    <message>
        <source>A new case that names this one and takes its place</source>
        <translation>Kasus baru yang menunjuk kasus ini dan menggantikannya</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Only today, and only as long as it is not sent</source>
        <translation>Hanya hari ini, dan selama belum dikirim</translation>
    </message>
    <message>
        <source>The case is void; its numbers are spoilt. The family is as it was before.</source>
        <translation>Kasus dibatalkan; nomornya hangus. Keluarga kembali seperti semula.</translation>
    </message>
    <message>
        <source>The case is sent to the centre with the next synchronisation.</source>
        <translation>Kasus dikirim ke pusat pada sinkron berikutnya.</translation>
    </message>
    <message>
        <source>Form (FDIP)</source>
        <translation>Formulir (FDIP)</translation>
    </message>
</context>
<context>
    <name>Loket::CasesPage</name>
    <message>
        <source>Cases</source>
        <translation>Kasus</translation>
    </message>
    <message>
        <source>No case is open</source>
        <translation>Tidak ada kasus terbuka</translation>
    </message>
    <message>
        <source>Open a draft on the search page, or register a new family.</source>
        <translation>Buka konsep di halaman Cari, atau daftarkan keluarga baru.</translation>
    </message>
    <message>
        <source>Register a new family</source>
        <translation>Daftarkan keluarga baru</translation>
    </message>
</context>
<context>
    <name>Loket::ChosenCard</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Kirim lagi</translation>
    </message>
    <message>
        <source>Sends this case with the next run, without waiting</source>
        <translation>Mengirim kasus ini sekarang, tanpa menunggu</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Putuskan</translation>
    </message>
    <message>
        <source>Open correction</source>
        <translation>Buka perbaikan</translation>
    </message>
    <message>
        <source>Open family</source>
        <translation>Buka keluarga</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Tanda terima</translation>
    </message>
    <message>
        <source>It is sent again now.</source>
        <translation>Dikirim lagi sekarang.</translation>
    </message>
    <message>
        <source>It was sent already; the centre has it.</source>
        <translation>Sudah terkirim; pusat sudah menerimanya.</translation>
    </message>
</context>
<context>
    <name>Loket::ClosedWindow</name>
    <message>
        <source>Counter closed</source>
        <translation>Konter ditutup</translation>
    </message>
    <message>
        <source>This counter is closed</source>
        <translation>Konter ini ditutup</translation>
    </message>
    <message>
        <source>The centre ordered that everything on counter %1 is deleted. Cases, drafts, families, pictures and keys were deleted on %2. Nothing more can be done here.</source>
        <translation>Pusat memerintahkan agar semua isi konter %1 dihapus. Kasus, konsep, data keluarga, gambar, dan kunci dihapus pada %2. Di sini tidak ada lagi yang dapat dikerjakan.</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Alasan: %1</translation>
    </message>
    <message>
        <source>Everything that was saved here is at the centre.</source>
        <translation>Semua yang tersimpan di sini sudah ada di pusat.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) that the centre may not have stayed, sealed: only the centre can read the files. Bring them to a counter with a connection. They lie in %1: %2</source>
        <translation>
            <numerusform>%n kasus yang mungkin belum ada di pusat tetap disimpan tersegel: berkasnya hanya dapat dibaca pusat. Bawa ke konter yang tersambung. Letaknya di %1: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The centre knows that it is done.</source>
        <translation>Pusat sudah tahu bahwa ini selesai.</translation>
    </message>
    <message>
        <source>The centre does not know yet that it is done. Leave Loket open while there is a connection.</source>
        <translation>Pusat belum tahu bahwa ini selesai. Biarkan Loket terbuka selama ada sambungan.</translation>
    </message>
</context>
<context>
    <name>Loket::ConflictPage</name>
    <message>
        <source>To be decided</source>
        <translation>Perlu keputusan</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Sudah diputuskan</translation>
    </message>
    <message>
        <source>%1 · %2 · since %3</source>
        <translation>%1 · %2 · sejak %3</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>lewat %n hari</numerusform>
        </translation>
    </message>
    <message>
        <source>due today</source>
        <translation>batas hari ini</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>sisa %n hari</numerusform>
        </translation>
    </message>
    <message>
        <source>Cases to be decided</source>
        <translation>Kasus yang perlu keputusan</translation>
    </message>
    <message>
        <source>Enter goes to the first choice</source>
        <translation>Enter menuju pilihan pertama</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>Tidak ada yang perlu diputuskan</translation>
    </message>
    <message>
        <source>The list can&apos;t be read</source>
        <translation>Daftar tidak dapat dibaca</translation>
    </message>
    <message>
        <source>When this counter and the centre change the same at the same time, both values appear here.</source>
        <translation>Bila konter ini dan pusat mengubah hal yang sama pada saat yang sama, kedua nilainya muncul di sini.</translation>
    </message>
    <message>
        <source>Both sides changed the same since %1 saw the family. Choose for each group what is right; ask the participant or look at the documents.</source>
        <translation>Kedua pihak mengubah hal yang sama sejak %1 melihat keluarga ini. Pilih yang benar untuk tiap kelompok; tanyakan kepada peserta atau lihat dokumennya.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Putuskan</translation>
    </message>
    <message>
        <source>Open as a correction</source>
        <translation>Buka sebagai perbaikan</translation>
    </message>
    <message>
        <source>Choose one side in every group.</source>
        <translation>Pilih satu sisi di setiap kelompok.</translation>
    </message>
    <message>
        <source>Result: this case is withdrawn and the centre&apos;s values stay.</source>
        <translation>Hasil: kasus ini ditarik dan nilai pusat tetap berlaku.</translation>
    </message>
    <message>
        <source>Result: a new case with the chosen values takes the place of this one.</source>
        <translation>Hasil: kasus baru dengan nilai yang dipilih menggantikan kasus ini.</translation>
    </message>
    <message>
        <source>Decided by %1, %2, as %3.</source>
        <translation>Diputuskan oleh %1, %2, sebagai %3.</translation>
    </message>
    <message>
        <source>The case is not in conflict any more.</source>
        <translation>Kasus ini tidak lagi perlu keputusan.</translation>
    </message>
    <message>
        <source>%1 Reason: %2</source>
        <comment>who decided, why</comment>
        <translation>%1 Alasan: %2</translation>
    </message>
    <message>
        <source>Decided: the case is withdrawn, the centre&apos;s values stay.</source>
        <translation>Diputuskan: kasus ditarik, nilai pusat tetap berlaku.</translation>
    </message>
    <message>
        <source>Decided: a new case goes to the centre.</source>
        <translation>Diputuskan: kasus baru dikirim ke pusat.</translation>
    </message>
    <message>
        <source>This waits for too long, since %1: bring it to the supervisor and decide together.</source>
        <translation>Sudah terlalu lama menunggu, sejak %1: serahkan kepada penyelia dan putuskan bersama.</translation>
    </message>
</context>
<context>
    <name>Loket::ConflictSheet</name>
    <message>
        <source>Before</source>
        <translation>Semula</translation>
    </message>
    <message>
        <source>At this counter</source>
        <translation>Di konter ini</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>Di pusat</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>Pakai konter ini</translation>
    </message>
    <message>
        <source>Take the centre&apos;s</source>
        <translation>Pakai pusat</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>group, choice</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Loket::ConflictTexts</name>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Phone and e-mail</source>
        <translation>Telepon dan e-mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identitas</translation>
    </message>
    <message>
        <source>Primary care facility</source>
        <translation>FKTP</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segmen</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>Rekening bank</translation>
    </message>
    <message>
        <source>Members of the family</source>
        <translation>Anggota keluarga</translation>
    </message>
    <message>
        <source>End of membership</source>
        <translation>Akhir kepesertaan</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what, of whom</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Leaves the family</source>
        <translation>Keluar dari keluarga</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>Segment and class</source>
        <translation>Segmen dan kelas</translation>
    </message>
    <message>
        <source>Wage</source>
        <translation>Upah</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Pemberi kerja</translation>
    </message>
</context>
<context>
    <name>Loket::ConsentCard</name>
    <message>
        <source>Will pay the first contribution on &lt;b&gt;%1&lt;/b&gt; and every later one by day %2 of its month.</source>
        <translation>Bersedia membayar iuran pertama &lt;b&gt;%1&lt;/b&gt; dan iuran berikutnya paling lambat tanggal %2.</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Persetujuan</translation>
    </message>
    <message>
        <source>Whole statement (text %1)</source>
        <translation>Naskah lengkap (teks %1)</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Ringkas</translation>
    </message>
    <message>
        <source>Let the applicant sign</source>
        <translation>Minta tanda tangan</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>Tanda tangan ulang</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Sudah ditandatangani</translation>
    </message>
    <message>
        <source>Signature of the applicant</source>
        <translation>Tanda tangan pemohon</translation>
    </message>
</context>
<context>
    <name>Loket::Correction</name>
    <message>
        <source>Family of %1</source>
        <translation>Keluarga %1</translation>
    </message>
    <message>
        <source>New family</source>
        <translation>Keluarga baru</translation>
    </message>
    <message>
        <source>KK %1</source>
        <translation>KK %1</translation>
    </message>
</context>
<context>
    <name>Loket::CropView</name>
    <message>
        <source>Part of the picture</source>
        <translation>Bagian gambar</translation>
    </message>
    <message>
        <source>Arrow keys move the part, + and - zoom, Home brings it to the middle</source>
        <translation>Tombol panah menggeser bagian, + dan - memperbesar dan memperkecil, Home mengembalikannya ke tengah</translation>
    </message>
</context>
<context>
    <name>Loket::DeliveryTexts</name>
    <message>
        <source>data safe at the centre, attachments %1 of %2</source>
        <translation>data aman di pusat, lampiran %1 dari %2</translation>
    </message>
    <message>
        <source>not before %1</source>
        <translation>tidak sebelum %1</translation>
    </message>
    <message>
        <source>with the next synchronisation</source>
        <translation>pada sinkron berikutnya</translation>
    </message>
    <message>
        <source>On this computer, waiting for a supervisor</source>
        <translation>Di komputer ini, menunggu penyelia</translation>
    </message>
    <message>
        <source>On its way since %1; sent again when no answer comes</source>
        <translation>Dikirim sejak %1; diulang bila tidak ada jawaban</translation>
    </message>
    <message>
        <source>Saved on this computer only</source>
        <translation>Tersimpan di komputer ini saja</translation>
    </message>
    <message>
        <source>At the centre since %1</source>
        <translation>Di pusat sejak %1</translation>
    </message>
    <message>
        <source>stored in the centre&apos;s backup, told %1</source>
        <translation>tersimpan di cadangan pusat, dikabarkan %1</translation>
    </message>
    <message>
        <source>not confirmed yet; this computer keeps everything</source>
        <translation>belum dipastikan; komputer ini menyimpan semuanya</translation>
    </message>
    <message>
        <source>The centre did not take it (%1)</source>
        <translation>Pusat tidak menerimanya (%1)</translation>
    </message>
    <message>
        <source>%1. It is not sent by itself any more: call the branch office, then send it again.</source>
        <translation>%1. Tidak dikirim lagi dengan sendirinya: hubungi kantor cabang, lalu kirim lagi.</translation>
    </message>
    <message>
        <source>%1. It is tried again by itself.</source>
        <translation>%1. Dicoba lagi dengan sendirinya.</translation>
    </message>
    <message>
        <source>goes out with the next synchronisation</source>
        <translation>ikut sinkron berikutnya</translation>
    </message>
    <message>
        <source>tried %1 times, again %2</source>
        <translation>sudah dicoba %1 kali, lagi %2</translation>
    </message>
    <message>
        <source>goes out once a supervisor agrees</source>
        <translation>dikirim setelah penyelia setuju</translation>
    </message>
    <message>
        <source>on its way, no answer yet</source>
        <translation>sedang dikirim, belum ada jawaban</translation>
    </message>
    <message>
        <source>held: somebody has to look at it</source>
        <translation>ditahan: perlu dilihat petugas</translation>
    </message>
    <message>
        <source>the centre decides</source>
        <translation>pusat memutuskan</translation>
    </message>
    <message>
        <source>stored in the centre&apos;s backup</source>
        <translation>tersimpan di cadangan pusat</translation>
    </message>
    <message>
        <source>%1, after the data</source>
        <translation>%1, menyusul setelah data</translation>
    </message>
    <message>
        <source>data safe at the centre, attachments follow: %1 of %2</source>
        <translation>data aman di pusat, lampiran menyusul: %1 dari %2</translation>
    </message>
    <message>
        <source>all %1 at the centre</source>
        <translation>semua %1 sudah di pusat</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Pusat</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Di mana</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Sebab</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Berikutnya</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Dicoba</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Lampiran</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Cadangan</translation>
    </message>
</context>
<context>
    <name>Loket::DialogTexts</name>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Mengerti</translation>
    </message>
</context>
<context>
    <name>Loket::DocumentPanel</name>
    <message>
        <source>Documents</source>
        <translation>Dokumen</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>document, member</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1 (if there is one)</source>
        <translation>%1 (bila ada)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
</context>
<context>
    <name>Loket::DocumentRow</name>
    <message>
        <source>Why there is no photo: %1</source>
        <translation>Alasan tanpa foto: %1</translation>
    </message>
    <message>
        <source>Reason, e.g. newborn baby</source>
        <translation>Alasan, mis. bayi baru lahir</translation>
    </message>
    <message>
        <source>Waive</source>
        <translation>Bebaskan</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Sumber: %1</translation>
    </message>
    <message>
        <source>Take photo: %1</source>
        <translation>Ambil foto: %1</translation>
    </message>
    <message>
        <source>waive</source>
        <translation>bebaskan</translation>
    </message>
    <message>
        <source>waived: %1 – take back</source>
        <translation>dibebaskan: %1 – urungkan</translation>
    </message>
    <message>
        <source>Why? (F1)</source>
        <translation>Mengapa? (F1)</translation>
    </message>
    <message>
        <source>Why? %1</source>
        <translation>Mengapa? %1</translation>
    </message>
    <message>
        <source>again</source>
        <translation>ulangi</translation>
    </message>
    <message>
        <source>scan</source>
        <translation>pindai</translation>
    </message>
    <message>
        <source>Scan it again (S)</source>
        <translation>Pindai lagi (S)</translation>
    </message>
    <message>
        <source>Scan it (S)</source>
        <translation>Pindai (S)</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>terpindai</translation>
    </message>
    <message>
        <source>Show the scan (V)</source>
        <translation>Lihat pindaian (V)</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>hapus</translation>
    </message>
    <message>
        <source>Remove the scan (Del)</source>
        <translation>Hapus pindaian (Del)</translation>
    </message>
    <message>
        <source>Scanned. S scans it again, V shows the scan, Del removes it</source>
        <translation>Terpindai. S memindai lagi, V menampilkan pindaian, Del menghapusnya</translation>
    </message>
    <message>
        <source>S scans it</source>
        <translation>S untuk memindai</translation>
    </message>
</context>
<context>
    <name>Loket::DraftCard</name>
    <message>
        <source>No drafts. What you type is kept here by itself.</source>
        <translation>Tidak ada konsep. Yang diketik tersimpan di sini dengan sendirinya.</translation>
    </message>
    <message>
        <source>Draft discarded</source>
        <translation>Konsep dihapus</translation>
    </message>
    <message>
        <source>Take back (Ctrl+Z)</source>
        <translation>Batalkan (Ctrl+Z)</translation>
    </message>
    <message>
        <source>My drafts</source>
        <translation>Konsep saya</translation>
    </message>
    <message>
        <source>Enter opens, Del discards</source>
        <translation>Enter membuka, Del menghapus</translation>
    </message>
</context>
<context>
    <name>Loket::DraftModel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Discard draft (Del)</source>
        <translation>Hapus konsep (Del)</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Konsep</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Disimpan</translation>
    </message>
</context>
<context>
    <name>Loket::DuesPanel</name>
    <message>
        <source>Dues</source>
        <translation>Iuran</translation>
    </message>
    <message>
        <source>Choose a class and enter the members to see what they will owe.</source>
        <translation>Pilih kelas dan isi anggota untuk melihat iurannya.</translation>
    </message>
    <message>
        <source>%1 × class %2</source>
        <comment>number of people, class</comment>
        <translation>%1 orang × kelas %2</translation>
    </message>
    <message>
        <source>help of the state</source>
        <translation>bantuan pemerintah</translation>
    </message>
    <message>
        <source>help of the region</source>
        <translation>bantuan pemda</translation>
    </message>
    <message>
        <source>share of the employer</source>
        <translation>bagian pemberi kerja</translation>
    </message>
    <message>
        <source>To pay every month</source>
        <translation>Dibayar tiap bulan</translation>
    </message>
    <message>
        <source>First payment</source>
        <translation>Bayar pertama</translation>
    </message>
    <message>
        <source>Card numbers and VA</source>
        <translation>Nomor kartu dan VA</translation>
    </message>
    <message>
        <source>given when saved</source>
        <translation>diberi saat disimpan</translation>
    </message>
    <message>
        <source>follow from the centre</source>
        <translation>menyusul dari pusat</translation>
    </message>
    <message>
        <source>Why? %1</source>
        <translation>Mengapa? %1</translation>
    </message>
    <message>
        <source>Dues and dates</source>
        <translation>Iuran dan tanggal</translation>
    </message>
    <message>
        <source>The whole family, a month</source>
        <translation>Seluruh keluarga, sebulan</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>Berlaku mulai</translation>
    </message>
    <message>
        <source>Covered until</source>
        <translation>Dijamin sampai</translation>
    </message>
    <message>
        <source>Old arrears to be paid by</source>
        <translation>Tunggakan lama dilunasi paling lambat</translation>
    </message>
    <message numerus="yes">
        <source>%n instalment(s)</source>
        <translation>
            <numerusform>%n tahap</numerusform>
        </translation>
    </message>
    <message>
        <source>the last one</source>
        <translation>tahap terakhir</translation>
    </message>
</context>
<context>
    <name>Loket::ElsewhereCard</name>
    <message>
        <source>%1 does not offer this service.</source>
        <translation>%1 tidak melayani ini.</translation>
    </message>
    <message>
        <source>Where to go: %1</source>
        <translation>Datang ke: %1</translation>
    </message>
    <message>
        <source>Not at this counter</source>
        <translation>Tidak di loket ini</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Mengapa</translation>
    </message>
    <message>
        <source>Where to go</source>
        <translation>Datang ke</translation>
    </message>
    <message>
        <source>Print this for the person</source>
        <translation>Cetak untuk pemohon</translation>
    </message>
</context>
<context>
    <name>Loket::EnrolDialog</name>
    <message>
        <source>Choose file…</source>
        <translation>Pilih berkas…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Hubungkan</translation>
    </message>
    <message>
        <source>Connect to a centre</source>
        <translation>Hubungkan ke pusat</translation>
    </message>
    <message>
        <source>This counter becomes a real one of the centre. Everything practised so far is put aside on this computer and never sent. This can&apos;t be undone here.</source>
        <translation>Konter ini menjadi konter sungguhan milik pusat. Semua data latihan disisihkan di komputer ini dan tidak pernah dikirim. Ini tidak dapat dibatalkan di sini.</translation>
    </message>
    <message>
        <source>Address of the centre</source>
        <translation>Alamat pusat</translation>
    </message>
    <message>
        <source>Certificate file of the centre (.pem)</source>
        <translation>Berkas sertifikat pusat (.pem)</translation>
    </message>
    <message>
        <source>One-time code from the supervisor</source>
        <translation>Kode sekali pakai dari penyelia</translation>
    </message>
    <message>
        <source>The centre is asked</source>
        <translation>Menghubungi pusat</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt)</source>
        <translation>Sertifikat (*.pem *.crt)</translation>
    </message>
    <message>
        <source>An address begins with https://</source>
        <translation>Alamat diawali https://</translation>
    </message>
    <message>
        <source>The centre is asked…</source>
        <translation>Menghubungi pusat…</translation>
    </message>
    <message>
        <source>The certificate file can&apos;t be read. Choose the file that the branch office gave you.</source>
        <translation>Berkas sertifikat tidak dapat dibaca. Pilih berkas dari kantor cabang.</translation>
    </message>
    <message>
        <source>The centre can&apos;t be reached. Check the address and the network, then try again; the code stays valid.</source>
        <translation>Pusat tidak dapat dihubungi. Periksa alamat dan jaringan, lalu coba lagi; kode tetap berlaku.</translation>
    </message>
    <message>
        <source>The centre does not accept this code. Ask the supervisor for a new one.</source>
        <translation>Pusat tidak menerima kode ini. Minta kode baru kepada penyelia.</translation>
    </message>
    <message>
        <source>What answered is not the centre of this certificate. Nothing was sent; check address and file.</source>
        <translation>Yang menjawab bukan pusat dengan sertifikat ini. Tidak ada yang dikirim; periksa alamat dan berkasnya.</translation>
    </message>
    <message>
        <source>Cancelled. This counter is still a trial counter.</source>
        <translation>Dibatalkan. Konter ini masih konter latihan.</translation>
    </message>
    <message>
        <source>Details for support</source>
        <translation>Rincian untuk dukungan</translation>
    </message>
    <message>
        <source>The centre did not accept this. Check address, file and code, or call the branch office.</source>
        <translation>Pusat tidak menerima ini. Periksa alamat, berkas, dan kode, atau hubungi kantor cabang.</translation>
    </message>
</context>
<context>
    <name>Loket::FamilyFinder</name>
    <message>
        <source>Whom is it about?</source>
        <translation>Untuk siapa?</translation>
    </message>
    <message>
        <source>NIK, KK, card number, VA, phone or name</source>
        <translation>NIK, KK, nomor kartu, VA, HP, atau nama</translation>
    </message>
    <message>
        <source>Go on without a family</source>
        <translation>Lanjut tanpa keluarga</translation>
    </message>
    <message>
        <source>Participants found</source>
        <translation>Peserta yang ditemukan</translation>
    </message>
    <message>
        <source>Nobody found for “%1”</source>
        <translation>Tidak ada yang cocok dengan “%1”</translation>
    </message>
</context>
<context>
    <name>Loket::FamilyHead</name>
    <message>
        <source>KK %1</source>
        <translation>KK %1</translation>
    </message>
    <message>
        <source>Family of %1</source>
        <translation>Keluarga %1</translation>
    </message>
    <message>
        <source> · VA %1</source>
        <translation> · VA %1</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segmen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Dues a month</source>
        <translation>Iuran / bulan</translation>
    </message>
    <message>
        <source>First payment</source>
        <translation>Bayar pertama</translation>
    </message>
    <message>
        <source>Paid until</source>
        <translation>Lunas s.d.</translation>
    </message>
    <message>
        <source>Waits for the centre</source>
        <translation>Menunggu pusat</translation>
    </message>
    <message>
        <source>Arrears, %1 month(s)</source>
        <translation>Tunggakan %1 bln</translation>
    </message>
    <message>
        <source>With the month that runs: %1</source>
        <translation>Dengan bulan berjalan: %1</translation>
    </message>
</context>
<context>
    <name>Loket::FamilyMemberModel</name>
    <message>
        <source>Child no. %1</source>
        <translation>Anak ke-%1</translation>
    </message>
    <message>
        <source>Waits for the centre</source>
        <translation>Menunggu pusat</translation>
    </message>
    <message>
        <source>no photo</source>
        <translation>tanpa foto</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Hubungan</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Nomor kartu</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Lahir</translation>
    </message>
    <message>
        <source>FKTP</source>
        <translation>FKTP</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>Loket::FamilyPage</name>
    <message>
        <source>No family with KK %1 is known here</source>
        <translation>Tidak ada keluarga dengan KK %1 di sini</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Keluarga</translation>
    </message>
    <message>
        <source>Family of %1 · KK %2</source>
        <translation>Keluarga %1 · KK %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Cetak tanda terima</translation>
    </message>
    <message>
        <source>Correct the case</source>
        <translation>Perbaiki kasus</translation>
    </message>
    <message>
        <source>Send to the centre</source>
        <translation>Kirim ke pusat</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>menunggu</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Enter prints the card</source>
        <translation>Enter mencetak kartu</translation>
    </message>
    <message>
        <source>%1 without NIK – complete it when it is issued</source>
        <translation>%1 belum ber-NIK – lengkapi setelah terbit</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>This family</source>
        <translation>Keluarga ini</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Yang bisa dilakukan</translation>
    </message>
    <message>
        <source>Enter shows the receipt, the card or the correction</source>
        <translation>Enter membuka resi, kartu, atau perbaikan</translation>
    </message>
    <message>
        <source>Message for the applicant</source>
        <translation>Pesan untuk peserta</translation>
    </message>
    <message>
        <source>Print the family's cards</source>
        <translation>Cetak kartu keluarga</translation>
    </message>
    <message>
        <source>No card of this family can be printed now</source>
        <translation>Belum ada kartu keluarga ini yang dapat dicetak</translation>
    </message>
</context>
<context>
    <name>Loket::FamilySection</name>
    <message>
        <source>other</source>
        <translation>lain</translation>
    </message>
    <message>
        <source>same</source>
        <translation>sama</translation>
    </message>
    <message>
        <source>Billing address</source>
        <translation>Alamat penagihan</translation>
    </message>
</context>
<context>
    <name>Loket::FieldSources</name>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
</context>
<context>
    <name>Loket::FilterStrip</name>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>Perlu petugas</translation>
    </message>
</context>
<context>
    <name>Loket::FollowUpCard</name>
    <message>
        <source>KK %1</source>
        <translation>KK %1</translation>
    </message>
    <message>
        <source>first payment</source>
        <translation>pembayaran pertama</translation>
    </message>
    <message>
        <source>NIK of the baby</source>
        <translation>NIK bayi</translation>
    </message>
    <message>
        <source>school letter expires</source>
        <translation>surat sekolah habis masa berlaku</translation>
    </message>
    <message>
        <source>term of office or contract ends</source>
        <translation>masa jabatan atau kontrak berakhir</translation>
    </message>
    <message>
        <source>promised document</source>
        <translation>dokumen yang dijanjikan</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>ditahan</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what waits, note</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>lewat %n hari</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>hari ini</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>besok</translation>
    </message>
    <message>
        <source>Nothing waits to be looked after.</source>
        <translation>Tidak ada yang perlu ditindaklanjuti.</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Tindak lanjut</translation>
    </message>
    <message>
        <source>Enter opens the case or the family</source>
        <translation>Enter membuka kasus atau keluarga</translation>
    </message>
    <message>
        <source>to be decided since %1, bring it to the supervisor</source>
        <translation>perlu keputusan sejak %1, serahkan kepada penyelia</translation>
    </message>
    <message>
        <source>to be decided since %1</source>
        <translation>perlu keputusan sejak %1</translation>
    </message>
    <message>
        <source>case of %1 · %2</source>
        <comment>officer, what the centre says</comment>
        <translation>kasus %1 · %2</translation>
    </message>
</context>
<context>
    <name>Loket::FormDialog</name>
    <message>
        <source>Registration form</source>
        <translation>Formulir pendaftaran</translation>
    </message>
    <message>
        <source>Registration form %1</source>
        <translation>Formulir pendaftaran %1</translation>
    </message>
    <message>
        <source>This case registers nobody: it has no registration form.</source>
        <translation>Kasus ini tidak mendaftarkan siapa pun: tidak ada formulirnya.</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>not submitted yet</source>
        <translation>belum diajukan</translation>
    </message>
</context>
<context>
    <name>Loket::Format</name>
    <message>
        <source>yesterday %1</source>
        <translation>kemarin %1</translation>
    </message>
</context>
<context>
    <name>Loket::HandOverDialog</name>
    <message>
        <source>Hand the card over</source>
        <translation>Serahkan kartu</translation>
    </message>
    <message>
        <source>Card %1</source>
        <translation>Kartu %1</translation>
    </message>
    <message>
        <source>Who takes it</source>
        <translation>Siapa yang mengambil</translation>
    </message>
    <message>
        <source>nothing noted</source>
        <translation>tidak dicatat</translation>
    </message>
    <message>
        <source>Name of who takes it</source>
        <translation>Nama yang mengambil</translation>
    </message>
    <message>
        <source>Number and date of the letter of authority</source>
        <translation>Nomor dan tanggal surat kuasa</translation>
    </message>
    <message>
        <source>Identity shown</source>
        <translation>Identitas yang ditunjukkan</translation>
    </message>
    <message>
        <source>Note (may stay empty)</source>
        <translation>Catatan (boleh kosong)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Serahkan</translation>
    </message>
    <message>
        <source>Somebody handed this card over already, or printed it again.</source>
        <translation>Kartu ini sudah diserahkan, atau sudah dicetak ulang.</translation>
    </message>
</context>
<context>
    <name>Loket::HandOverModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>terlambat</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>menunggu</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Nomor kartu</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Dicetak</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Diambil</translation>
    </message>
</context>
<context>
    <name>Loket::HandOverPage</name>
    <message>
        <source>Cards to collect</source>
        <translation>Kartu yang belum diambil</translation>
    </message>
    <message>
        <source>The card of %1 is handed over.</source>
        <translation>Kartu %1 sudah diserahkan.</translation>
    </message>
    <message>
        <source>Take the hand-over back</source>
        <translation>Batalkan penyerahan</translation>
    </message>
    <message>
        <source>The card of %1 waits for its owner again. Who took this back, and why, is kept.</source>
        <translation>Kartu %1 kembali menunggu pemiliknya. Siapa yang membatalkan dan alasannya disimpan.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>wrong person ticked</source>
        <translation>salah orang</translation>
    </message>
    <message>
        <source>card came back to the counter</source>
        <translation>kartu kembali ke loket</translation>
    </message>
    <message>
        <source>The card waits for its owner again.</source>
        <translation>Kartu kembali menunggu pemiliknya.</translation>
    </message>
    <message>
        <source>Something else is known of this card by now.</source>
        <translation>Keadaan kartu ini sudah berubah.</translation>
    </message>
    <message>
        <source>What became of the card?</source>
        <translation>Bagaimana kartunya?</translation>
    </message>
    <message>
        <source>The card of %1 was sent to the printer, and nobody knows whether it came out. Look at the printer.</source>
        <translation>Kartu %1 sudah dikirim ke printer dan belum pasti keluar. Lihat printernya.</translation>
    </message>
    <message>
        <source>The card</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Catat</translation>
    </message>
    <message>
        <source>came out well</source>
        <translation>keluar dengan baik</translation>
    </message>
    <message>
        <source>did not come out, no card is gone</source>
        <translation>tidak keluar, tidak ada kartu terpakai</translation>
    </message>
    <message>
        <source>is spoilt</source>
        <translation>rusak</translation>
    </message>
    <message>
        <source>The card waits for its owner now.</source>
        <translation>Kartu sekarang menunggu pemiliknya.</translation>
    </message>
    <message>
        <source>The card can be printed again.</source>
        <translation>Kartu dapat dicetak lagi.</translation>
    </message>
    <message>
        <source>Spoilt card</source>
        <translation>Kartu rusak</translation>
    </message>
    <message>
        <source>The card of %1 is taken off the list and can be printed again.</source>
        <translation>Kartu %1 dikeluarkan dari daftar dan dapat dicetak lagi.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Apa yang terjadi</translation>
    </message>
    <message>
        <source>The spoilt card is noted.</source>
        <translation>Kartu rusak sudah dicatat.</translation>
    </message>
    <message>
        <source>Card %1</source>
        <translation>Kartu %1</translation>
    </message>
    <message>
        <source>Print %1, %2, by %3</source>
        <translation>Cetakan ke-%1, %2, oleh %3</translation>
    </message>
    <message>
        <source>Reprint: %1</source>
        <translation>Cetak ulang: %1</translation>
    </message>
    <message>
        <source>Collected %1, handed over by %2</source>
        <translation>Diambil %1, diserahkan oleh %2</translation>
    </message>
    <message>
        <source>Letter: %1</source>
        <translation>Surat: %1</translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>Ditunjukkan: %1</translation>
    </message>
    <message numerus="yes">
        <source>Waits for %n day(s)</source>
        <translation>
            <numerusform>Menunggu %n hari</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 terlambat</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Menunggu</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Diambil</translation>
    </message>
    <message>
        <source>Unclear (%1)</source>
        <translation>Belum pasti (%1)</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Belum pasti</translation>
    </message>
    <message>
        <source>Name, NIK or card number</source>
        <translation>Nama, NIK, atau nomor kartu</translation>
    </message>
    <message>
        <source>Find a printed card by name, NIK or card number</source>
        <translation>Cari kartu jadi dengan nama, NIK, atau nomor kartu</translation>
    </message>
    <message>
        <source>Cards that wait for their owners</source>
        <translation>Kartu yang menunggu pemiliknya</translation>
    </message>
    <message>
        <source>Collected cards</source>
        <translation>Kartu yang sudah diambil</translation>
    </message>
    <message>
        <source>Cards that may not have come out</source>
        <translation>Kartu yang belum pasti keluar</translation>
    </message>
    <message>
        <source>The list can&apos;t be read</source>
        <translation>Daftar tidak dapat dibaca</translation>
    </message>
    <message>
        <source>No card found</source>
        <translation>Tidak ada kartu yang cocok</translation>
    </message>
    <message>
        <source>Try another part of the name, or the card number.</source>
        <translation>Coba bagian nama yang lain, atau nomor kartu.</translation>
    </message>
    <message>
        <source>No card is in doubt</source>
        <translation>Tidak ada kartu yang diragukan</translation>
    </message>
    <message>
        <source>A card that was sent to a printer which never said what became of it stands here.</source>
        <translation>Kartu yang dikirim ke printer tanpa kabar hasilnya tercantum di sini.</translation>
    </message>
    <message>
        <source>No card was collected yet</source>
        <translation>Belum ada kartu yang diambil</translation>
    </message>
    <message>
        <source>Cards that were handed over stand here.</source>
        <translation>Kartu yang sudah diserahkan tercantum di sini.</translation>
    </message>
    <message>
        <source>No card waits for its owner</source>
        <translation>Tidak ada kartu yang menunggu</translation>
    </message>
    <message>
        <source>A card stands here from the moment it came out of the printer until it is handed over.</source>
        <translation>Kartu tercantum di sini sejak keluar dari printer sampai diserahkan.</translation>
    </message>
    <message>
        <source>What became of it…</source>
        <translation>Bagaimana hasilnya…</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Serahkan</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Batalkan…</translation>
    </message>
    <message>
        <source>Card is spoilt…</source>
        <translation>Kartu rusak…</translation>
    </message>
    <message>
        <source>Open family</source>
        <translation>Buka keluarga</translation>
    </message>
    <message>
        <source>Print the list</source>
        <translation>Cetak daftar</translation>
    </message>
</context>
<context>
    <name>Loket::HandOverSheet</name>
    <message>
        <source>Collected cards</source>
        <translation>Kartu yang sudah diambil</translation>
    </message>
    <message>
        <source>Cards to collect</source>
        <translation>Kartu yang belum diambil</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n kartu</numerusform>
        </translation>
    </message>
    <message>
        <source>printed %1</source>
        <translation>dicetak %1</translation>
    </message>
    <message>
        <source>collected %1 by %2</source>
        <translation>diambil %1 oleh %2</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>terlambat</translation>
    </message>
</context>
<context>
    <name>Loket::Header</name>
    <message>
        <source>NIK, KK, card number, VA, phone or name</source>
        <translation>NIK, KK, nomor kartu, VA, telepon, atau nama</translation>
    </message>
    <message>
        <source>TRIAL MODE</source>
        <translation>MODE LATIHAN</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>officer&apos;s name, role</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Officer: %1</source>
        <translation>Petugas: %1</translation>
    </message>
    <message>
        <source>Officer, language and look</source>
        <translation>Petugas, bahasa, dan tampilan</translation>
    </message>
    <message>
        <source>NIK, KK, card or name</source>
        <translation>NIK, KK, kartu, nama</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
</context>
<context>
    <name>Loket::HelpOverlay</name>
    <message>
        <source>Keys</source>
        <translation>Tombol</translation>
    </message>
    <message>
        <source>Search participants</source>
        <translation>Cari peserta</translation>
    </message>
    <message>
        <source>Register a new family</source>
        <translation>Daftarkan keluarga baru</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Halaman ini</translation>
    </message>
    <message>
        <source>Next open case</source>
        <translation>Kasus terbuka berikutnya</translation>
    </message>
    <message>
        <source>Open case number 1 to 9</source>
        <translation>Kasus terbuka nomor 1 sampai 9</translation>
    </message>
    <message>
        <source>Close the case (the draft is kept)</source>
        <translation>Tutup kasus (konsep tetap tersimpan)</translation>
    </message>
    <message>
        <source>Back to the search</source>
        <translation>Kembali ke pencarian</translation>
    </message>
    <message>
        <source>Next field, in reading order</source>
        <translation>Isian berikutnya, sesuai urutan baca</translation>
    </message>
    <message>
        <source>Photo of the member</source>
        <translation>Foto anggota</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Masalah berikutnya</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Ajukan</translation>
    </message>
    <message>
        <source>Save the draft now</source>
        <translation>Simpan konsep sekarang</translation>
    </message>
    <message>
        <source>Print receipt or card</source>
        <translation>Cetak tanda terima atau kartu</translation>
    </message>
    <message>
        <source>Choose and open in a list</source>
        <translation>Pilih dan buka di daftar</translation>
    </message>
    <message>
        <source>Discard a draft (can be taken back)</source>
        <translation>Hapus konsep (bisa dibatalkan)</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Di semua halaman</translation>
    </message>
    <message>
        <source>In a case and in lists</source>
        <translation>Di kasus dan di daftar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>List of documents</source>
        <translation>Daftar dokumen</translation>
    </message>
    <message>
        <source>Take back what was typed</source>
        <translation>Kembalikan yang diketik</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Semua layanan</translation>
    </message>
    <message>
        <source>Why: the rule behind what is chosen</source>
        <translation>Mengapa: aturan di balik yang dipilih</translation>
    </message>
    <message>
        <source>Information desk</source>
        <translation>Meja informasi</translation>
    </message>
    <message>
        <source>Search, cases, cards, calculations, sync, settings</source>
        <translation>Cari, kasus, kartu, hitung, sinkron, setelan</translation>
    </message>
    <message>
        <source>Calculations, for the family on the page</source>
        <translation>Hitungan, untuk keluarga yang sedang dibuka</translation>
    </message>
</context>
<context>
    <name>Loket::HistoryModel</name>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referensi</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>in force from %1</source>
        <translation>berlaku %1</translation>
    </message>
    <message>
        <source>Card printed: %1</source>
        <translation>Kartu dicetak: %1</translation>
    </message>
    <message>
        <source>Dues paid until %1</source>
        <translation>Iuran terbayar sampai %1</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Berlaku</translation>
    </message>
</context>
<context>
    <name>Loket::InfoDesk</name>
    <message>
        <source>Information</source>
        <translation>Informasi</translation>
    </message>
    <message>
        <source>What is asked?</source>
        <translation>Apa yang ditanyakan?</translation>
    </message>
    <message>
        <source>Find information</source>
        <translation>Cari informasi</translation>
    </message>
    <message>
        <source>Type to find: glasses, newborn, ambulance, …</source>
        <translation>Ketik untuk mencari: kacamata, bayi, ambulan, …</translation>
    </message>
    <message>
        <source>Enter or F1 shows the rule</source>
        <translation>Enter atau F1 menunjukkan aturannya</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>Tidak dijamin</translation>
    </message>
    <message>
        <source>Illnesses of the PRB</source>
        <translation>Penyakit dalam PRB</translation>
    </message>
    <message>
        <source>Assistive devices</source>
        <translation>Alat bantu kesehatan</translation>
    </message>
    <message>
        <source>Where to turn</source>
        <translation>Kanal layanan</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Hari libur</translation>
    </message>
    <message>
        <source>At most %1; again after %2 years. %3</source>
        <translation>Paling banyak %1; lagi setelah %2 tahun. %3</translation>
    </message>
</context>
<context>
    <name>Loket::IssueText</name>
    <message>
        <source>%1 of %2</source>
        <comment>NIK of Bima</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is not understood; choose one of the list</source>
        <translation>%1: &quot;%2&quot; tidak dikenali; pilih dari daftar</translation>
    </message>
    <message>
        <source>%1 is still empty</source>
        <translation>%1 belum diisi</translation>
    </message>
    <message>
        <source>Date of birth of %1 differs from the NIK</source>
        <translation>Tanggal lahir %1 tidak sama dengan NIK</translation>
    </message>
    <message>
        <source>Sex of %1 differs from the NIK</source>
        <translation>Jenis kelamin %1 tidak sama dengan NIK</translation>
    </message>
    <message>
        <source>NIK of %1 may hold digits only</source>
        <translation>NIK %1 hanya boleh angka</translation>
    </message>
    <message>
        <source>NIK of %1: there is no such date of birth</source>
        <translation>NIK %1: tanggal lahirnya tidak ada</translation>
    </message>
    <message>
        <source>NIK of %1 can&apos;t end in 0000</source>
        <translation>NIK %1 tidak boleh berakhiran 0000</translation>
    </message>
    <message>
        <source>NIK of %1 begins with an unknown region</source>
        <translation>NIK %1 berawalan wilayah yang tidak dikenal</translation>
    </message>
    <message>
        <source>%1 – from %2</source>
        <translation>%1 – mulai %2</translation>
    </message>
    <message>
        <source>member %1</source>
        <translation>anggota ke-%1</translation>
    </message>
    <message>
        <source>%1 has no NIK yet: add it by %2</source>
        <translation>%1 belum ber-NIK: lengkapi paling lambat %2</translation>
    </message>
    <message>
        <source>%1 needs a NIK: the time without one ended on %2</source>
        <translation>%1 wajib ber-NIK: batas tanpa NIK berakhir %2</translation>
    </message>
    <message>
        <source>NIK of %1 stands at another member too</source>
        <translation>NIK %1 dipakai juga oleh anggota lain</translation>
    </message>
    <message numerus="yes">
        <source>%1 is %n digit(s) short (%2 of %3)</source>
        <translation>
            <numerusform>%1 kurang %n angka (%2 dari %3)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n digit(s) too many (%2 instead of %3)</source>
        <translation>
            <numerusform>%1 lebih %n angka (%2, seharusnya %3)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the centre says: %2</source>
        <comment>NIK of Bima</comment>
        <translation>%1: kata pusat: %2</translation>
    </message>
</context>
<context>
    <name>Loket::JobText</name>
    <message>
        <source>no paper or cards</source>
        <translation>kertas atau kartu habis</translation>
    </message>
    <message>
        <source>little paper left</source>
        <translation>kertas hampir habis</translation>
    </message>
    <message>
        <source>paper or card jammed</source>
        <translation>kertas atau kartu tersangkut</translation>
    </message>
    <message>
        <source>a cover is open</source>
        <translation>penutup terbuka</translation>
    </message>
    <message>
        <source>toner or ribbon is used up</source>
        <translation>tinta, toner atau pita habis</translation>
    </message>
    <message>
        <source>toner or ribbon is nearly used up</source>
        <translation>tinta, toner atau pita hampir habis</translation>
    </message>
    <message>
        <source>switched off or not connected</source>
        <translation>mati atau tidak terhubung</translation>
    </message>
    <message>
        <source>looking for the device</source>
        <translation>mencari alatnya</translation>
    </message>
    <message>
        <source>the output tray is full</source>
        <translation>baki keluar penuh</translation>
    </message>
    <message>
        <source>this computer has no space left for printing</source>
        <translation>ruang komputer ini habis untuk mencetak</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>sedang dikirim</translation>
    </message>
    <message>
        <source>waits for the printer</source>
        <translation>menunggu printer</translation>
    </message>
    <message>
        <source>is printing</source>
        <translation>sedang dicetak</translation>
    </message>
    <message>
        <source>printer stopped</source>
        <translation>printer berhenti</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>tidak ada jawaban</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>tercetak</translation>
    </message>
    <message>
        <source>not printed</source>
        <translation>tidak tercetak</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>dibatalkan</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>tidak diketahui</translation>
    </message>
    <message>
        <source>takes no jobs</source>
        <translation>tidak menerima cetakan</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>berhenti</translation>
    </message>
    <message>
        <source>stopped: %1</source>
        <translation>berhenti: %1</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>siap</translation>
    </message>
    <message>
        <source>ready, but %1</source>
        <translation>siap, tetapi %1</translation>
    </message>
    <message>
        <source>This computer&apos;s print service does not answer. Save as PDF, or ask for help with the print service (CUPS).</source>
        <translation>Layanan cetak komputer ini tidak menjawab. Simpan sebagai PDF, atau minta bantuan untuk layanan cetak (CUPS).</translation>
    </message>
    <message>
        <source>This printer is no longer there. Choose another one, then print again.</source>
        <translation>Printer ini sudah tidak ada. Pilih yang lain, lalu cetak lagi.</translation>
    </message>
    <message>
        <source>This printer takes no jobs now. Start it again, or choose another one.</source>
        <translation>Printer ini sedang tidak menerima cetakan. Jalankan kembali, atau pilih yang lain.</translation>
    </message>
    <message>
        <source>The print service does not let this user print here. Choose another printer.</source>
        <translation>Layanan cetak tidak mengizinkan pengguna ini mencetak di sini. Pilih printer lain.</translation>
    </message>
    <message>
        <source>The printer did not take it. Look at the printer, then print again.</source>
        <translation>Printer tidak menerimanya. Periksa printer, lalu cetak lagi.</translation>
    </message>
    <message>
        <source>On its way to %1.</source>
        <translation>Sedang dikirim ke %1.</translation>
    </message>
    <message>
        <source>Waits at %1 for its turn.</source>
        <translation>Menunggu giliran di %1.</translation>
    </message>
    <message>
        <source>%1 is printing.</source>
        <translation>%1 sedang mencetak.</translation>
    </message>
    <message>
        <source>%1 is printing, but: %2.</source>
        <translation>%1 sedang mencetak, tetapi: %2.</translation>
    </message>
    <message>
        <source>%1 stands. Start it again: the paper then comes out by itself.</source>
        <translation>%1 berhenti. Jalankan kembali: cetakan lalu keluar sendiri.</translation>
    </message>
    <message>
        <source>%1 stands: %2. Mend it: the paper then comes out by itself.</source>
        <translation>%1 berhenti: %2. Perbaiki dulu: cetakan lalu keluar sendiri.</translation>
    </message>
    <message>
        <source>The print service does not answer now. What became of the paper is told as soon as it does.</source>
        <translation>Layanan cetak sedang tidak menjawab. Nasib cetakan ini diberitahukan begitu ada jawaban.</translation>
    </message>
    <message>
        <source>Printed on %1.</source>
        <translation>Tercetak di %1.</translation>
    </message>
    <message>
        <source>Cancelled, but it came out.</source>
        <translation>Dibatalkan, tetapi sudah keluar.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Dibatalkan.</translation>
    </message>
    <message>
        <source>It came out.</source>
        <translation>Sudah keluar.</translation>
    </message>
    <message>
        <source>It did not come out. Print it again.</source>
        <translation>Tidak keluar. Cetak lagi.</translation>
    </message>
    <message>
        <source>Nobody can say whether it came out. Look at %1.</source>
        <translation>Tidak ada yang tahu apakah cetakan keluar. Lihat di %1.</translation>
    </message>
    <message>
        <source>%1 gave up in the middle of it. Look at what came out.</source>
        <translation>%1 berhenti di tengah jalan. Periksa apa yang keluar.</translation>
    </message>
</context>
<context>
    <name>Loket::KnownFamily</name>
    <message>
        <source>Family of %1</source>
        <translation>Keluarga %1</translation>
    </message>
    <message>
        <source>KK %1</source>
        <translation>KK %1</translation>
    </message>
</context>
<context>
    <name>Loket::KnownFamilyCard</name>
    <message>
        <source>looking for “%1”</source>
        <translation>mencari “%1”</translation>
    </message>
    <message>
        <source>This family can&apos;t be opened at this counter now.</source>
        <translation>Keluarga ini belum dapat dibuka di loket ini.</translation>
    </message>
    <message>
        <source>KK %1</source>
        <translation>KK %1</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>kelas %1</translation>
    </message>
    <message>
        <source>VA %1</source>
        <translation>VA %1</translation>
    </message>
    <message>
        <source>paid until %1</source>
        <translation>lunas s.d. %1</translation>
    </message>
    <message>
        <source>Waits for the centre</source>
        <translation>Menunggu pusat</translation>
    </message>
    <message>
        <source>keep this family</source>
        <translation>tetap keluarga ini</translation>
    </message>
    <message>
        <source>another family</source>
        <translation>keluarga lain</translation>
    </message>
    <message>
        <source>choose a family</source>
        <translation>pilih keluarga</translation>
    </message>
    <message>
        <source>Without a family</source>
        <translation>Tanpa keluarga</translation>
    </message>
    <message>
        <source>This case is about no family.</source>
        <translation>Kasus ini tidak menyangkut satu keluarga.</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Keluarga</translation>
    </message>
    <message>
        <source>The family of KK %1 is not known at this counter.</source>
        <translation>Keluarga dengan KK %1 belum dikenal di loket ini.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>%1 — number, part of the name or ↑↓</source>
        <comment>label of a list</comment>
        <translation>%1 — angka, sebagian nama, atau ↑↓</translation>
    </message>
    <message>
        <source>Everybody in the family</source>
        <translation>Semua anggota keluarga</translation>
    </message>
    <message>
        <source>Nobody of them</source>
        <translation>Bukan salah satu dari mereka</translation>
    </message>
    <message>
        <source>Alt+K</source>
        <translation>Alt+K</translation>
    </message>
</context>
<context>
    <name>Loket::KnownMemberModel</name>
    <message>
        <source>Waits for the centre</source>
        <translation>Menunggu pusat</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, dipilih</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Hubungan</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Lahir</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>FKTP</source>
        <translation>FKTP</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>Loket::LimitCard</name>
    <message>
        <source>Limits of this counter</source>
        <translation>Batas konter ini</translation>
    </message>
    <message>
        <source>No new case</source>
        <translation>Tidak ada kasus baru</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Mendesak</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>Penting</translation>
    </message>
    <message>
        <source>To synchronisation</source>
        <translation>Ke sinkronisasi</translation>
    </message>
</context>
<context>
    <name>Loket::LiveView</name>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
</context>
<context>
    <name>Loket::MainWindow</name>
    <message>
        <source>%1 works here now. Open cases are kept as drafts of %2.</source>
        <translation>Sekarang %1 yang bertugas. Kasus terbuka tersimpan sebagai konsep %2.</translation>
    </message>
    <message>
        <source>%1 works here now</source>
        <translation>Sekarang %1 yang bertugas</translation>
    </message>
    <message>
        <source>%1 – Loket – TRIAL MODE</source>
        <translation>%1 – Loket – MODE LATIHAN</translation>
    </message>
    <message>
        <source>%1 – Loket</source>
        <translation>%1 – Loket</translation>
    </message>
    <message>
        <source>The family of KK %1 is not known at this counter.</source>
        <translation>Keluarga dengan KK %1 belum dikenal di loket ini.</translation>
    </message>
    <message>
        <source>This case is not known at this counter.</source>
        <translation>Kasus ini tidak ada di konter ini.</translation>
    </message>
    <message>
        <source>%1: %2. It stands in the follow-up list.</source>
        <translation>%1: %2. Ada di daftar tindak lanjut.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>The centre decided on %n of your cases</source>
        <translation>
            <numerusform>Pusat memutuskan %n kasus Anda</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n to look after</source>
        <translation>
            <numerusform>%1; %n perlu ditindaklanjuti</numerusform>
        </translation>
    </message>
    <message>
        <source>This counter belongs to %1 now.</source>
        <translation>Konter ini sekarang milik %1.</translation>
    </message>
    <message>
        <source>No new case can be begun</source>
        <translation>Kasus baru tidak dapat dimulai</translation>
    </message>
    <message>
        <source>%1. Drafts can be kept and everything else goes on.</source>
        <translation>%1. Konsep dapat disimpan dan pekerjaan lain tetap berjalan.</translation>
    </message>
    <message>
        <source>Rejected by the centre</source>
        <translation>Ditolak oleh pusat</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>family, why</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>Apa yang akan dilakukan?</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>Correct it and submit it again</source>
        <translation>Perbaiki dan ajukan lagi</translation>
    </message>
    <message>
        <source>Open the family, to use another service</source>
        <translation>Buka keluarganya, untuk layanan lain</translation>
    </message>
    <message>
        <source>Let it go: nothing is registered</source>
        <translation>Lepaskan: tidak ada yang didaftarkan</translation>
    </message>
    <message>
        <source>Let this case go</source>
        <translation>Lepaskan kasus ini</translation>
    </message>
    <message>
        <source>Its numbers are spoilt for good and it leaves the follow-up list. This can&apos;t be undone.</source>
        <translation>Nomornya tidak dapat dipakai lagi dan kasus ini keluar dari daftar tindak lanjut. Ini tidak dapat dibatalkan.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>Lepaskan</translation>
    </message>
    <message>
        <source>Registered already</source>
        <translation>Sudah terdaftar</translation>
    </message>
    <message>
        <source>The person changed their mind</source>
        <translation>Pemohon berubah pikiran</translation>
    </message>
    <message>
        <source>The case is void.</source>
        <translation>Kasus ini batal.</translation>
    </message>
    <message>
        <source>Rulebook %1 applies from %2.</source>
        <translation>Edisi aturan %1 berlaku mulai %2.</translation>
    </message>
</context>
<context>
    <name>Loket::MemberGrid</name>
    <message>
        <source>Members</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Tempel</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Naikkan</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Turunkan</translation>
    </message>
    <message>
        <source>Remove member</source>
        <translation>Hapus anggota</translation>
    </message>
</context>
<context>
    <name>Loket::MemberModel</name>
    <message>
        <source>+ type to add a member · paste from a family card</source>
        <translation>+ ketik untuk menambah anggota · tempel dari lembar KK</translation>
    </message>
    <message>
        <source>New member, %1</source>
        <translation>Anggota baru, %1</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>belum ada</translation>
    </message>
    <message>
        <source>Taken from the NIK. Type over it if the identity card says otherwise.</source>
        <translation>Diambil dari NIK. Ketik ulang bila KTP menyebut lain.</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Relation to the head: 1 head, 2 husband, 3 wife, 4 child, 5 extra</source>
        <translation>Hubungan dengan kepala: 1 kepala, 2 suami, 3 istri, 4 anak, 5 tambahan</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Hubungan</translation>
    </message>
    <message>
        <source>NIK, or KITAS/KITAP of a foreign citizen</source>
        <translation>NIK, atau KITAS/KITAP bagi WNA</translation>
    </message>
    <message>
        <source>NIK / KITAS</source>
        <translation>NIK / KITAS</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Place of birth</source>
        <translation>Tempat lahir</translation>
    </message>
    <message>
        <source>Birth place</source>
        <translation>Tempat lahir</translation>
    </message>
    <message>
        <source>Date of birth, e.g. 29091965 or 29-9-65</source>
        <translation>Tanggal lahir, mis. 29091965 atau 29-9-65</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Lahir</translation>
    </message>
    <message>
        <source>Sex: 1 or L male, 2 or P female</source>
        <translation>Jenis kelamin: 1 atau L laki-laki, 2 atau P perempuan</translation>
    </message>
    <message>
        <source>M/F</source>
        <translation>L/P</translation>
    </message>
    <message>
        <source>Marital status: 1 single, 2 married, 3 divorced, 4 widowed</source>
        <translation>Status kawin: 1 belum, 2 kawin, 3 cerai hidup, 4 cerai mati</translation>
    </message>
    <message>
        <source>Marital</source>
        <translation>Kawin</translation>
    </message>
    <message>
        <source>Citizenship: 1 WNI, 2 WNA</source>
        <translation>Kewarganegaraan: 1 WNI, 2 WNA</translation>
    </message>
    <message>
        <source>Cit.</source>
        <translation>WN</translation>
    </message>
    <message>
        <source>Primary care facility: code or part of the name</source>
        <translation>FKTP: kode atau bagian nama</translation>
    </message>
    <message>
        <source>FKTP</source>
        <translation>FKTP</translation>
    </message>
</context>
<context>
    <name>Loket::MembersCard</name>
    <message>
        <source>Members</source>
        <translation>Anggota</translation>
    </message>
    <message>
        <source>everybody on the family card has to be registered, all in one class</source>
        <translation>semua yang ada di KK wajib didaftarkan, kelas yang sama</translation>
    </message>
    <message>
        <source>less</source>
        <translation>ringkas</translation>
    </message>
    <message>
        <source>more details</source>
        <translation>rincian</translation>
    </message>
    <message>
        <source>All details of the member</source>
        <translation>Semua rincian anggota</translation>
    </message>
    <message>
        <source>New members</source>
        <translation>Anggota baru</translation>
    </message>
    <message>
        <source>only who is not a member yet</source>
        <translation>hanya yang belum menjadi peserta</translation>
    </message>
</context>
<context>
    <name>Loket::NumberCard</name>
    <message>
        <source>%1 left</source>
        <translation>sisa %1</translation>
    </message>
    <message>
        <source>%1 left, expired %2; usable again after the next contact</source>
        <translation>sisa %1, berakhir %2; dapat dipakai lagi setelah terhubung</translation>
    </message>
    <message>
        <source>%1 left, until %2</source>
        <translation>sisa %1, sampai %2</translation>
    </message>
    <message>
        <source>Card numbers</source>
        <translation>Nomor kartu</translation>
    </message>
    <message>
        <source>No number is left. Registrations go on; their numbers follow from the centre.</source>
        <translation>Nomor habis. Pendaftaran tetap berjalan; nomornya menyusul dari pusat.</translation>
    </message>
</context>
<context>
    <name>Loket::OfficeWords</name>
    <message>
        <source>Trial centre, built in</source>
        <translation>Pusat latihan bawaan</translation>
    </message>
    <message>
        <source>Connected to the centre</source>
        <translation>Terhubung ke pusat</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Tanpa jaringan</translation>
    </message>
    <message>
        <source>Last sync %1</source>
        <translation>Sinkron terakhir %1</translation>
    </message>
    <message>
        <source>Never synchronised</source>
        <translation>Belum pernah sinkron</translation>
    </message>
    <message>
        <source>Automatic sync is off</source>
        <translation>Sinkron otomatis mati</translation>
    </message>
    <message>
        <source>The centre refuses this counter</source>
        <translation>Pusat menolak konter ini</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Belum terhubung</translation>
    </message>
    <message>
        <source>No network since %1</source>
        <translation>Tanpa jaringan sejak %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), since %1</source>
        <translation>
            <numerusform>%n hari, sejak %1</numerusform>
        </translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>sejak %1</translation>
    </message>
    <message numerus="yes">
        <source>The oldest unsent case waits for %n day(s)</source>
        <translation>
            <numerusform>Kasus tertua yang belum terkirim menunggu %n hari</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n case(s) wait in all.</source>
        <translation>
            <numerusform>%1; seluruhnya %n kasus menunggu.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 No new case can be begun until something was sent; drafts can be kept, and what waits still goes out.</source>
        <translation>%1 Kasus baru tidak dapat dimulai sampai ada yang terkirim; konsep dapat disimpan, dan yang menunggu tetap dikirim.</translation>
    </message>
    <message>
        <source>%1 With %2 unsent cases no new one can be begun.</source>
        <translation>%1 Pada %2 kasus belum terkirim, kasus baru tidak dapat dimulai.</translation>
    </message>
    <message>
        <source>%1 From %2 on no new case can be begun.</source>
        <translation>%1 Mulai %2 kasus baru tidak dapat dimulai.</translation>
    </message>
</context>
<context>
    <name>Loket::OfficerMenu</name>
    <message>
        <source>supervisor</source>
        <translation>penyelia</translation>
    </message>
    <message>
        <source>officer</source>
        <translation>petugas</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Ukuran teks</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Tombol dan bantuan</translation>
    </message>
</context>
<context>
    <name>Loket::OpenSheet</name>
    <message>
        <source>%1 — %2</source>
        <comment>document, member</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Keluarga</translation>
    </message>
    <message>
        <source>KK</source>
        <translation>KK</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Belum lengkap</translation>
    </message>
    <message>
        <source>What is there</source>
        <translation>Yang sudah ada</translation>
    </message>
    <message>
        <source>What is missing, and why</source>
        <translation>Yang belum ada, dan mengapa</translation>
    </message>
    <message>
        <source>No document was shown yet.</source>
        <translation>Belum ada dokumen yang diperlihatkan.</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Tidak ada.</translation>
    </message>
    <message>
        <source>What happens now</source>
        <translation>Selanjutnya</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>To be brought until</source>
        <translation>Dibawa paling lambat</translation>
    </message>
    <message>
        <source>The case is not submitted yet. It goes on from here when what is missing is there; bring this sheet.</source>
        <translation>Kasus belum diajukan. Pengurusan dilanjutkan setelah kekurangannya dibawa; bawalah lembar ini.</translation>
    </message>
</context>
<context>
    <name>Loket::PaperDialog</name>
    <message>
        <source>Copy %1</source>
        <translation>Salinan ke-%1</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Tersimpan: %1</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Berkas tidak dapat ditulis: %1</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Simpan PDF</translation>
    </message>
    <message>
        <source>PDF files (%1)</source>
        <translation>Berkas PDF (%1)</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>no printer found</source>
        <translation>tidak ada printer</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Perbesar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Perkecil</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Seluruh halaman</translation>
    </message>
    <message>
        <source>Preview of the paper</source>
        <translation>Pratinjau</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Cetak</translation>
    </message>
    <message>
        <source>no print service</source>
        <translation>layanan cetak tidak ada</translation>
    </message>
    <message>
        <source>It came out</source>
        <translation>Sudah keluar</translation>
    </message>
    <message>
        <source>It did not come out</source>
        <translation>Tidak keluar</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Tarik kembali</translation>
    </message>
    <message>
        <source>What became of it could not be noted: %1</source>
        <translation>Nasib cetakan tidak dapat dicatat: %1</translation>
    </message>
</context>
<context>
    <name>Loket::ParkDialog</name>
    <message>
        <source>Put aside</source>
        <translation>Titip</translation>
    </message>
    <message>
        <source>Put the draft aside</source>
        <translation>Titip konsep</translation>
    </message>
    <message>
        <source>It waits for the back office or for what is still to be brought. Every officer finds it on the home page.</source>
        <translation>Konsep menunggu back office atau kekurangan yang akan dibawa. Setiap petugas menemukannya di halaman awal.</translation>
    </message>
    <message>
        <source>Promised for (date, may stay empty)</source>
        <translation>Dijanjikan tanggal (boleh kosong)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Note: what is missing, what is to be decided</source>
        <translation>Catatan: apa yang kurang, apa yang perlu diputuskan</translation>
    </message>
    <message>
        <source>A day from today on, e.g. 28-11-2026</source>
        <translation>Tanggal mulai hari ini, mis. 28-11-2026</translation>
    </message>
</context>
<context>
    <name>Loket::PhotoDialog</name>
    <message>
        <source>Drop a picture here, paste one, or choose a file (JPEG or PNG).</source>
        <translation>Jatuhkan gambar di sini, tempel, atau pilih berkas (JPEG atau PNG).</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Perbesar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Perkecil</translation>
    </message>
    <message>
        <source>Back to the middle</source>
        <translation>Kembali ke tengah</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Pilih berkas…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Tempel</translation>
    </message>
    <message>
        <source>Photo 3x4</source>
        <translation>Foto 3x4</translation>
    </message>
    <message>
        <source>Drag or use the arrow keys to move, the wheel or + and - to zoom, Home for the middle. The head belongs into the dashed oval.</source>
        <translation>Seret atau pakai tombol panah untuk menggeser, roda tetikus atau + dan - untuk memperbesar, Home untuk ke tengah. Kepala berada di dalam oval bergaris putus.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Use photo</source>
        <translation>Pakai foto</translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation>Membaca gambar…</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Gambar (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Semua berkas (*)</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Pilih gambar</translation>
    </message>
    <message>
        <source>The file can&apos;t be opened: %1</source>
        <translation>Berkas tidak dapat dibuka: %1</translation>
    </message>
    <message>
        <source>There is no picture to paste. Copy one first, or choose a file.</source>
        <translation>Tidak ada gambar untuk ditempel. Salin dahulu, atau pilih berkas.</translation>
    </message>
    <message>
        <source>The camera took no picture. Try again, or choose a file.</source>
        <translation>Kamera tidak mengambil gambar. Coba lagi, atau pilih berkas.</translation>
    </message>
    <message>
        <source>The photo was not saved</source>
        <translation>Foto belum tersimpan</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo: %1</source>
        <translation>Foto: %1</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Take the picture</source>
        <translation>Ambil foto</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spasi</translation>
    </message>
    <message>
        <source>Take it by itself when the face is at rest</source>
        <translation>Ambil sendiri saat wajah diam</translation>
    </message>
    <message>
        <source>Use this photo all the same?</source>
        <translation>Tetap pakai foto ini?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>The face is recognised well enough</source>
        <translation>Wajah cukup dikenali</translation>
    </message>
    <message>
        <source>Illness or disability</source>
        <translation>Sakit atau disabilitas</translation>
    </message>
    <message>
        <source>A small child</source>
        <translation>Anak kecil</translation>
    </message>
    <message>
        <source>No better light or place here</source>
        <translation>Tidak ada cahaya atau tempat yang lebih baik</translation>
    </message>
    <message>
        <source>The head belongs into the dashed oval. Space or Enter takes the picture.</source>
        <translation>Kepala berada di dalam oval bergaris putus. Spasi atau Enter mengambil foto.</translation>
    </message>
</context>
<context>
    <name>Loket::PrinterSettings</name>
    <message>
        <source>Printers of this workplace</source>
        <translation>Printer di tempat kerja ini</translation>
    </message>
    <message>
        <source>Kind of paper</source>
        <translation>Jenis cetakan</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Baki</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Rangkap</translation>
    </message>
    <message>
        <source>Offset to the right, mm</source>
        <translation>Geser ke kanan, mm</translation>
    </message>
    <message>
        <source>Offset down, mm</source>
        <translation>Geser ke bawah, mm</translation>
    </message>
    <message>
        <source>Print the calibration page</source>
        <translation>Cetak halaman kalibrasi</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>Cetak halaman uji</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Tanda terima</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>Registration forms</source>
        <translation>Formulir pendaftaran</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>Daftar periksa</translation>
    </message>
    <message>
        <source>Leaflets</source>
        <translation>Selebaran</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>yang biasa</translation>
    </message>
    <message>
        <source>its own size</source>
        <translation>ukurannya sendiri</translation>
    </message>
    <message>
        <source>as set up there</source>
        <translation>sesuai setelan printer</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Papers can be saved as PDF.</source>
        <translation>Belum ada printer di komputer ini. Cetakan bisa disimpan sebagai PDF.</translation>
    </message>
</context>
<context>
    <name>Loket::ProblemPanel</name>
    <message>
        <source>Problems</source>
        <translation>Masalah</translation>
    </message>
    <message numerus="yes">
        <source>%n still to fill in: %1</source>
        <translation>
            <numerusform>%n belum diisi: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>Tidak ada masalah</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n salah</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n peringatan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::ProblemRow</name>
    <message>
        <source>Source: %1</source>
        <translation>Sumber: %1</translation>
    </message>
    <message>
        <source>Go on for a reason</source>
        <translation>Lanjut dengan alasan</translation>
    </message>
    <message>
        <source>passed without a reason – take back</source>
        <translation>dilewati tanpa alasan – urungkan</translation>
    </message>
    <message>
        <source>passed: %1 – take back</source>
        <translation>dilewati: %1 – urungkan</translation>
    </message>
    <message>
        <source>Reason for passing: %1</source>
        <translation>Alasan melewati: %1</translation>
    </message>
    <message>
        <source>Reason, e.g. identity card checked</source>
        <translation>Alasan, mis. KTP asli diperiksa</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Mengapa?</translation>
    </message>
</context>
<context>
    <name>Loket::ProblemTexts</name>
    <message>
        <source>%1 digit(s) missing (%2 of %3)</source>
        <translation>kurang %1 angka (%2 dari %3)</translation>
    </message>
    <message>
        <source>%1 digit(s) too many (%2 instead of %3)</source>
        <translation>lebih %1 angka (%2, seharusnya %3)</translation>
    </message>
    <message>
        <source>Birth date differs from the NIK (%1)</source>
        <translation>Tanggal lahir berbeda dari NIK (%1)</translation>
    </message>
    <message>
        <source>member %1</source>
        <translation>anggota ke-%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>member&apos;s name, then what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 – from %2</source>
        <translation>%1 – mulai %2</translation>
    </message>
</context>
<context>
    <name>Loket::QuadView</name>
    <message>
        <source>Edges of the document</source>
        <translation>Tepi dokumen</translation>
    </message>
    <message>
        <source>1 to 4 choose a corner, the arrow keys move it, Home takes the whole picture, End the found edges, R turns the picture</source>
        <translation>1 sampai 4 memilih sudut, tombol panah menggesernya, Home memakai seluruh gambar, End tepi yang ditemukan, R memutar gambar</translation>
    </message>
    <message>
        <source>Corner %1</source>
        <translation>Sudut %1</translation>
    </message>
</context>
<context>
    <name>Loket::Rail</name>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Kasus</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sinkron</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Setelan</translation>
    </message>
    <message>
        <source>%1 (Alt+%2)</source>
        <translation>%1 (Alt+%2)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Calculate</source>
        <translation>Hitung</translation>
    </message>
</context>
<context>
    <name>Loket::ReadyDialog</name>
    <message>
        <source>The family of KK %1 is not known at this counter.</source>
        <translation>Keluarga dengan KK %1 tidak dikenal di loket ini.</translation>
    </message>
    <message>
        <source>This case is not saved yet.</source>
        <translation>Berkas ini belum tersimpan.</translation>
    </message>
    <message>
        <source>Message for the applicant</source>
        <translation>Pesan untuk peserta</translation>
    </message>
    <message>
        <source>To photograph, or to send as a text. It names nobody: only where, how much and when to pay, and what to bring.</source>
        <translation>Untuk difoto atau dikirim sebagai teks. Tanpa nama: hanya ke mana, berapa, dan kapan membayar, serta apa yang dibawa.</translation>
    </message>
    <message>
        <source>Code with the message, to photograph</source>
        <translation>Kode berisi pesan, untuk difoto</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>Isi pesan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Salin teks</translation>
    </message>
    <message>
        <source>Print a slip</source>
        <translation>Cetak struk</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Tersalin.</translation>
    </message>
</context>
<context>
    <name>Loket::ReadyPaper</name>
    <message>
        <source>Message for the applicant</source>
        <translation>Pesan untuk peserta</translation>
    </message>
    <message>
        <source>Roll, 80 mm</source>
        <translation>Gulungan, 80 mm</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
</context>
<context>
    <name>Loket::ReceiptDialog</name>
    <message>
        <source>Receipt</source>
        <translation>Tanda terima</translation>
    </message>
    <message>
        <source>This case is not saved yet. Submit it first, then print its receipt.</source>
        <translation>Kasus ini belum tersimpan. Ajukan dahulu, lalu cetak tanda terimanya.</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Tanda terima %1</translation>
    </message>
    <message>
        <source>A5</source>
        <translation>A5</translation>
    </message>
    <message>
        <source>Roll, 80 mm</source>
        <translation>Gulungan 80 mm</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
    <message>
        <source>Message for the applicant</source>
        <translation>Pesan untuk peserta</translation>
    </message>
</context>
<context>
    <name>Loket::RunCard</name>
    <message>
        <source>Synchronisation</source>
        <translation>Sinkronisasi</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Pusat</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>Akan dikirim</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>tidak ada</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Kontak terakhir</translation>
    </message>
    <message>
        <source>never</source>
        <translation>belum pernah</translation>
    </message>
    <message>
        <source>Next by itself</source>
        <translation>Otomatis lagi</translation>
    </message>
    <message>
        <source>Progress of the synchronisation</source>
        <translation>Kemajuan sinkronisasi</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Sinkron sekarang</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Menghentikan…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batalkan</translation>
    </message>
    <message>
        <source>Loading the families of the area: %1 %</source>
        <translation>Memuat keluarga di wilayah ini: %1 %</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 dari %2 selesai</translation>
    </message>
    <message>
        <source>Talking to the centre…</source>
        <translation>Menghubungi pusat…</translation>
    </message>
    <message>
        <source>Synchronise by itself</source>
        <translation>Sinkron otomatis</translation>
    </message>
    <message>
        <source>After saving and every minute</source>
        <translation>Setelah menyimpan dan tiap menit</translation>
    </message>
    <message>
        <source>Fetching the families of the area: %1 %, part %2 of %3</source>
        <translation>Mengambil keluarga di wilayah ini: %1 %, bagian %2 dari %3</translation>
    </message>
    <message>
        <source>Making the families of the area searchable…</source>
        <translation>Menyiapkan pencarian keluarga di wilayah ini…</translation>
    </message>
    <message>
        <source>Oldest waiting</source>
        <translation>Tertua menunggu</translation>
    </message>
</context>
<context>
    <name>Loket::ScanDialog</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Halaman %1 dari %2</translation>
    </message>
    <message>
        <source>Reading the document… Esc stops.</source>
        <translation>Membaca dokumen… Esc menghentikan.</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>abu-abu</translation>
    </message>
    <message>
        <source>in colour</source>
        <translation>berwarna</translation>
    </message>
    <message>
        <source>%1, at most %2</source>
        <comment>grey, at most 200 kB</comment>
        <translation>%1, paling besar %2</translation>
    </message>
    <message>
        <source>%1, %2 of at most %3</source>
        <comment>grey, 120 kB of at most 200 kB</comment>
        <translation>%1, %2 dari paling besar %3</translation>
    </message>
    <message>
        <source>Pictures and PDF (%1)</source>
        <translation>Gambar dan PDF (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Semua berkas (*)</translation>
    </message>
    <message>
        <source>Choose a scan or a picture of the document</source>
        <translation>Pilih pindaian atau gambar dokumen</translation>
    </message>
    <message>
        <source>The file can&apos;t be opened: %1</source>
        <translation>Berkas tidak dapat dibuka: %1</translation>
    </message>
    <message>
        <source>There is no picture to paste. Copy one first, or choose a file.</source>
        <translation>Tidak ada gambar untuk ditempel. Salin dahulu, atau pilih berkas.</translation>
    </message>
    <message>
        <source>Reading was stopped. Choose another file, or the same one again.</source>
        <translation>Pembacaan dihentikan. Pilih berkas lain, atau berkas yang sama lagi.</translation>
    </message>
    <message>
        <source>Scan: %1</source>
        <translation>Pindai: %1</translation>
    </message>
    <message>
        <source>Drop a picture or a PDF of the document here, paste one, or choose a file.</source>
        <translation>Letakkan gambar atau PDF dokumen di sini, tempel, atau pilih berkas.</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Putar</translation>
    </message>
    <message>
        <source>Turn a quarter clockwise (R)</source>
        <translation>Putar seperempat searah jarum jam (R)</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Seluruh gambar</translation>
    </message>
    <message>
        <source>Take the whole picture (Home)</source>
        <translation>Pakai seluruh gambar (Home)</translation>
    </message>
    <message>
        <source>Found edges</source>
        <translation>Tepi ditemukan</translation>
    </message>
    <message>
        <source>Take the edges that were found (End)</source>
        <translation>Pakai tepi yang ditemukan (End)</translation>
    </message>
    <message>
        <source>Page before (PgUp)</source>
        <translation>Halaman sebelumnya (PgUp)</translation>
    </message>
    <message>
        <source>Next page (PgDn)</source>
        <translation>Halaman berikutnya (PgDn)</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Pilih berkas…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Tempel</translation>
    </message>
    <message>
        <source>What will be kept</source>
        <translation>Yang akan disimpan</translation>
    </message>
    <message>
        <source>1 to 4 choose a corner, the arrow keys move it; or drag it. Home takes the whole picture, R turns it.</source>
        <translation>1 sampai 4 memilih sudut, tombol panah menggesernya; atau seret. Home memakai seluruh gambar, R memutarnya.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Use scan</source>
        <translation>Pakai pindaian</translation>
    </message>
    <message>
        <source>The scan was not saved</source>
        <translation>Pindaian tidak tersimpan</translation>
    </message>
    <message>
        <source>The scan is not at this counter yet.</source>
        <translation>Pindaian belum ada di loket ini.</translation>
    </message>
    <message>
        <source>The camera took no picture. Try again, or choose a file.</source>
        <translation>Kamera tidak mengambil gambar. Coba lagi, atau pilih berkas.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Take the picture</source>
        <translation>Ambil gambar</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spasi</translation>
    </message>
    <message>
        <source>Lay the whole document flat, on something darker or lighter than it is. Space or Enter takes the picture.</source>
        <translation>Letakkan seluruh dokumen secara rata, di atas alas yang lebih gelap atau lebih terang darinya. Spasi atau Enter mengambil gambar.</translation>
    </message>
</context>
<context>
    <name>Loket::ScanView</name>
    <message>
        <source>Scan: %1</source>
        <translation>Pindai: %1</translation>
    </message>
</context>
<context>
    <name>Loket::SearchField</name>
    <message>
        <source>Search participants</source>
        <translation>Cari peserta</translation>
    </message>
    <message>
        <source>NIK, KK, card number, VA, phone or name</source>
        <translation>NIK, KK, nomor kartu, VA, telepon, atau nama</translation>
    </message>
</context>
<context>
    <name>Loket::SearchModel</name>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Lahir</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segmen</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>FKTP</source>
        <translation>FKTP</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>Loket::SearchPage</name>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Peserta</translation>
    </message>
    <message>
        <source>↑↓ choose · Enter opens the family</source>
        <translation>↑↓ pilih · Enter buka keluarga</translation>
    </message>
    <message>
        <source>Participants found</source>
        <translation>Peserta yang ditemukan</translation>
    </message>
    <message>
        <source>None of these?</source>
        <translation>Bukan salah satunya?</translation>
    </message>
    <message>
        <source>Register a new family</source>
        <translation>Daftarkan keluarga baru</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>Who is in front of you?</source>
        <translation>Siapa yang dilayani?</translation>
    </message>
    <message>
        <source>Type a NIK, KK, card number, VA, phone number or name, or scan a card.</source>
        <translation>Ketik NIK, KK, nomor kartu, VA, nomor telepon, atau nama, atau pindai kartu.</translation>
    </message>
    <message>
        <source>Nobody found for “%1”</source>
        <translation>Tidak ada peserta untuk “%1”</translation>
    </message>
    <message>
        <source>Check the number on the card or KK. A family that is not a participant yet can be registered now.</source>
        <translation>Periksa nomor pada kartu atau KK. Keluarga yang belum menjadi peserta bisa didaftarkan sekarang.</translation>
    </message>
    <message>
        <source>The search did not work</source>
        <translation>Pencarian gagal</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Semua layanan</translation>
    </message>
</context>
<context>
    <name>Loket::ServiceBox</name>
    <message>
        <source>Find a service</source>
        <translation>Cari layanan</translation>
    </message>
    <message>
        <source>Type to find a service</source>
        <translation>Ketik untuk mencari layanan</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Enter begins, F1 tells why</source>
        <translation>Enter memulai, F1 memberi alasan</translation>
    </message>
</context>
<context>
    <name>Loket::ServiceChooser</name>
    <message>
        <source>Services</source>
        <translation>Layanan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Which service?</source>
        <translation>Layanan apa?</translation>
    </message>
    <message>
        <source>Which service? In front: family of %1</source>
        <translation>Layanan apa? Di depan: keluarga %1</translation>
    </message>
</context>
<context>
    <name>Loket::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Setelan</translation>
    </message>
    <message>
        <source>This is no date. Write it as 21-11-2026.</source>
        <translation>Ini bukan tanggal. Tulis seperti 21-11-2026.</translation>
    </message>
    <message>
        <source>Workplace</source>
        <translation>Tempat kerja</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Bahasa dan tampilan</translation>
    </message>
    <message>
        <source>Training day</source>
        <translation>Hari latihan</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Petugas</translation>
    </message>
    <message>
        <source>Paper of the receipt</source>
        <translation>Kertas tanda terima</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Bahasa</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Tampilan</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Ukuran teks</translation>
    </message>
    <message>
        <source>Day at this counter</source>
        <translation>Tanggal di konter ini</translation>
    </message>
    <message>
        <source>Use this day</source>
        <translation>Pakai tanggal ini</translation>
    </message>
    <message>
        <source>Today&apos;s real day</source>
        <translation>Kembali ke hari ini</translation>
    </message>
    <message>
        <source>Only in trial mode: the counter may live on another day, so that a first payment is due and its card can be printed. Cases get this date.</source>
        <translation>Hanya di mode latihan: konter dapat memakai tanggal lain, supaya pembayaran pertama jatuh tempo dan kartunya dapat dicetak. Kasus memakai tanggal ini.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>A5 sheet</source>
        <translation>Lembar A5</translation>
    </message>
    <message>
        <source>80 mm roll</source>
        <translation>Gulungan 80 mm</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Terang</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Gelap</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>dipindah</translation>
    </message>
    <message>
        <source>Where this counter stands</source>
        <translation>Letak konter ini</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Pusat</translation>
    </message>
    <message>
        <source>%1 · counter %2 · %3</source>
        <translation>%1 · konter %2 · %3</translation>
    </message>
    <message>
        <source>Connect to a centre…</source>
        <translation>Hubungkan ke pusat…</translation>
    </message>
    <message>
        <source>None: a trial counter, nothing leaves this computer</source>
        <translation>Belum ada: konter latihan, tidak ada yang keluar dari komputer ini</translation>
    </message>
    <message>
        <source>Screen for the applicant</source>
        <translation>Layar untuk pemohon</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Tidak dipakai</translation>
    </message>
    <message>
        <source>On the second monitor</source>
        <translation>Di monitor kedua</translation>
    </message>
</context>
<context>
    <name>Loket::SheetDialog</name>
    <message>
        <source>A5</source>
        <translation>A5</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kertas</translation>
    </message>
</context>
<context>
    <name>Loket::SignatureDialog</name>
    <message>
        <source>Signature of %1</source>
        <translation>Tanda tangan %1</translation>
    </message>
    <message>
        <source>Field for the signature</source>
        <translation>Bidang tanda tangan</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Ulangi dari awal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Keep the signature</source>
        <translation>Simpan tanda tangan</translation>
    </message>
    <message>
        <source>The applicant reads this on the second screen and signs there.</source>
        <translation>Pemohon membaca ini di layar kedua dan menandatangani di sana.</translation>
    </message>
    <message>
        <source>The applicant is signing on the second screen.</source>
        <translation>Pemohon sedang menandatangani di layar kedua.</translation>
    </message>
    <message>
        <source>The applicant says: done. Press Enter to keep the signature.</source>
        <translation>Pemohon sudah selesai. Tekan Enter untuk menyimpan tanda tangan.</translation>
    </message>
    <message>
        <source>Sign with a pen, a finger or the mouse. Ctrl+Z takes the last stroke back.</source>
        <translation>Tanda tangani dengan pena, jari, atau tetikus. Ctrl+Z membatalkan goresan terakhir.</translation>
    </message>
    <message>
        <source>Ctrl+Z takes the last stroke back, Del begins again.</source>
        <translation>Ctrl+Z membatalkan goresan terakhir, Del mengulang dari awal.</translation>
    </message>
    <message>
        <source>Too short for a signature: go on, or press Del to begin again.</source>
        <translation>Terlalu pendek untuk tanda tangan: lanjutkan, atau tekan Del untuk mengulang.</translation>
    </message>
    <message>
        <source>The signature was not saved</source>
        <translation>Tanda tangan tidak tersimpan</translation>
    </message>
    <message>
        <source>There is no signature yet. Wait for the applicant, or leave with Esc.</source>
        <translation>Belum ada tanda tangan. Tunggu pemohon, atau tinggalkan dengan Esc.</translation>
    </message>
    <message>
        <source>There is no signature yet. Sign in the field above, or leave with Esc.</source>
        <translation>Belum ada tanda tangan. Tanda tangani di kotak di atas, atau tinggalkan dengan Esc.</translation>
    </message>
</context>
<context>
    <name>Loket::StatusStrip</name>
    <message>
        <source>Synchronising…</source>
        <translation>Menyinkronkan…</translation>
    </message>
    <message>
        <source>%1 waiting to be sent</source>
        <translation>%1 menunggu kirim</translation>
    </message>
    <message>
        <source>Card numbers left %1</source>
        <translation>Nomor kartu tersisa %1</translation>
    </message>
    <message>
        <source>Training day</source>
        <translation>Hari latihan</translation>
    </message>
</context>
<context>
    <name>Loket::StockCard</name>
    <message>
        <source>count once</source>
        <translation>hitung dahulu</translation>
    </message>
    <message>
        <source>few</source>
        <translation>sedikit</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>tersisa %1</translation>
    </message>
    <message>
        <source>not counted yet</source>
        <translation>belum dihitung</translation>
    </message>
    <message>
        <source>received %1</source>
        <translation>diterima %1</translation>
    </message>
    <message>
        <source>used %1</source>
        <translation>terpakai %1</translation>
    </message>
    <message>
        <source>spoilt %1</source>
        <translation>rusak %1</translation>
    </message>
    <message>
        <source>corrected %1</source>
        <translation>koreksi %1</translation>
    </message>
    <message>
        <source>%1: %2 left</source>
        <translation>%1: tersisa %2</translation>
    </message>
</context>
<context>
    <name>Loket::StockDialog</name>
    <message>
        <source>Cards received</source>
        <translation>Kartu diterima</translation>
    </message>
    <message>
        <source>Spoilt cards</source>
        <translation>Kartu rusak</translation>
    </message>
    <message>
        <source>Count the cards</source>
        <translation>Hitung kartu</translation>
    </message>
    <message>
        <source>Kind of card</source>
        <translation>Jenis kartu</translation>
    </message>
    <message>
        <source>Cards that are really there</source>
        <translation>Jumlah kartu yang nyata ada</translation>
    </message>
    <message>
        <source>How many cards</source>
        <translation>Jumlah kartu</translation>
    </message>
    <message>
        <source>Number of the box or batch (may stay empty)</source>
        <translation>Nomor kotak atau batch (boleh kosong)</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Apa yang terjadi</translation>
    </message>
    <message>
        <source>Why the number differs</source>
        <translation>Mengapa jumlahnya berbeda</translation>
    </message>
    <message>
        <source>Note (may stay empty)</source>
        <translation>Catatan (boleh kosong)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Catat</translation>
    </message>
    <message>
        <source>A whole number of cards, e.g. 250</source>
        <translation>Bilangan bulat, mis. 250</translation>
    </message>
    <message>
        <source>By the book %1; the difference is %2</source>
        <translation>Menurut catatan %1; selisih %2</translation>
    </message>
    <message>
        <source>By the book %1</source>
        <translation>Menurut catatan %1</translation>
    </message>
    <message>
        <source>Noted: %1, %2</source>
        <translation>Dicatat: %1, %2</translation>
    </message>
</context>
<context>
    <name>Loket::StockModel</name>
    <message>
        <source>Used, taken back</source>
        <translation>Terpakai, dibatalkan</translation>
    </message>
    <message>
        <source>box %1</source>
        <translation>kotak %1</translation>
    </message>
    <message>
        <source>counted %1</source>
        <translation>terhitung %1</translation>
    </message>
    <message>
        <source>card %1</source>
        <translation>kartu %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Kejadian</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kartu</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Rincian</translation>
    </message>
    <message>
        <source>Officer</source>
        <translation>Petugas</translation>
    </message>
</context>
<context>
    <name>Loket::StockPage</name>
    <message>
        <source>Blank cards</source>
        <translation>Kartu kosong</translation>
    </message>
    <message>
        <source>History of the blank cards</source>
        <translation>Riwayat kartu kosong</translation>
    </message>
    <message>
        <source>The blank cards were not counted yet</source>
        <translation>Kartu kosong belum dihitung</translation>
    </message>
    <message>
        <source>Count them once. From then on every printed card is taken off by itself.</source>
        <translation>Hitung sekali. Sesudah itu setiap kartu yang dicetak terpotong sendiri.</translation>
    </message>
    <message>
        <source>The list can&apos;t be read</source>
        <translation>Daftar tidak dapat dibaca</translation>
    </message>
    <message>
        <source>Count the cards…</source>
        <translation>Hitung kartu…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>Cards received…</source>
        <translation>Kartu diterima…</translation>
    </message>
    <message>
        <source>Spoilt cards…</source>
        <translation>Kartu rusak…</translation>
    </message>
</context>
<context>
    <name>Loket::SuggestList</name>
    <message>
        <source>Suggestions</source>
        <translation>Saran</translation>
    </message>
</context>
<context>
    <name>Loket::SummaryFacts</name>
    <message>
        <source>Holds from</source>
        <translation>Berlaku mulai</translation>
    </message>
    <message>
        <source>Covered until</source>
        <translation>Dijamin sampai</translation>
    </message>
    <message>
        <source>Old arrears to be paid by</source>
        <translation>Tunggakan lama dilunasi paling lambat</translation>
    </message>
    <message>
        <source>Instalments</source>
        <translation>Tahap</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Keluarga</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>value before, value now</comment>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>Loket::SyncPage</name>
    <message>
        <source>Sync</source>
        <translation>Sinkron</translation>
    </message>
    <message>
        <source>Cases of this counter</source>
        <translation>Kasus konter ini</translation>
    </message>
    <message>
        <source>Enter opens the family</source>
        <translation>Enter membuka keluarga</translation>
    </message>
    <message>
        <source>No case has been submitted here yet</source>
        <translation>Belum ada kasus yang diajukan di sini</translation>
    </message>
    <message>
        <source>What is submitted appears here with the centre&apos;s answer.</source>
        <translation>Yang diajukan tampil di sini bersama jawaban pusat.</translation>
    </message>
    <message>
        <source>The list can&apos;t be read</source>
        <translation>Daftar tidak dapat dibaca</translation>
    </message>
    <message>
        <source>Not applied</source>
        <translation>Tidak diterapkan</translation>
    </message>
    <message>
        <source>The centre told this, and this Loket could not apply it. It is kept; a newer Loket may understand it. Tell support:</source>
        <translation>Pusat mengabarkan ini dan Loket ini tidak dapat menerapkannya. Isinya disimpan; Loket yang lebih baru mungkin memahaminya. Beri tahu dukungan teknis:</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Tidak ada yang menunggu</translation>
    </message>
    <message>
        <source>The centre has decided on everything that was sent.</source>
        <translation>Semua yang dikirim sudah diputuskan pusat.</translation>
    </message>
    <message>
        <source>Nobody is needed</source>
        <translation>Tidak perlu petugas</translation>
    </message>
    <message>
        <source>What the centre sends back or what is held appears here.</source>
        <translation>Yang dikembalikan pusat atau ditahan muncul di sini.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) to be decided</source>
        <translation>
            <numerusform>%n kasus perlu keputusan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) of the centre not applied</source>
        <translation>
            <numerusform>%n kabar pusat tidak diterapkan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n too late: bring them to the supervisor</source>
        <translation>
            <numerusform>%n lewat waktu: serahkan kepada penyelia</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything came from the centre or was meant for this counter. Nothing of that was done. Call the centre.</source>
        <translation>Tidak semuanya berasal dari pusat atau ditujukan untuk konter ini. Yang itu tidak dijalankan. Hubungi pusat.</translation>
    </message>
</context>
<context>
    <name>Loket::SyncTexts</name>
    <message numerus="yes">
        <source>%1 sent</source>
        <translation>
            <numerusform>%1 dikirim</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 accepted</source>
        <translation>
            <numerusform>%1 disetujui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to correct</source>
        <translation>
            <numerusform>%1 perlu perbaikan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rejected</source>
        <translation>
            <numerusform>%1 ditolak</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 accepted with changes</source>
        <translation>
            <numerusform>%1 disetujui dengan perubahan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to decide</source>
        <translation>
            <numerusform>%1 perlu keputusan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 held</source>
        <translation>
            <numerusform>%1 ditahan</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to do: everything is up to date</source>
        <translation>Tidak ada yang perlu dikerjakan: semua sudah mutakhir</translation>
    </message>
    <message>
        <source>The centre could not be reached. The rest waits and is sent next time.</source>
        <translation>Pusat tidak terjangkau. Sisanya menunggu dan dikirim berikutnya.</translation>
    </message>
    <message numerus="yes">
        <source>%1 family(ies) renewed</source>
        <translation>
            <numerusform>%1 keluarga diperbarui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 card number(s) received</source>
        <translation>
            <numerusform>%1 nomor kartu diterima</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 picture(s) sent</source>
        <translation>
            <numerusform>%1 gambar dikirim</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 error(s)</source>
        <translation>
            <numerusform>%1 kesalahan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::Texts</name>
    <message>
        <source>Waiting for payment</source>
        <translation>Menunggu bayar</translation>
    </message>
    <message>
        <source>In arrears</source>
        <translation>Menunggak</translation>
    </message>
    <message>
        <source>Ended after dismissal</source>
        <translation>Berakhir setelah PHK</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kepala</translation>
    </message>
    <message>
        <source>The store is not there. Look whether its folder was moved, then start Loket again.</source>
        <translation>Penyimpanan tidak ditemukan. Periksa apakah foldernya dipindah, lalu buka Loket lagi.</translation>
    </message>
    <message>
        <source>This store is open in another Loket (process %1). Close that one first.</source>
        <translation>Penyimpanan ini sedang dibuka Loket lain (proses %1). Tutup yang itu lebih dulu.</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was saved. Make room, then save again.</source>
        <translation>Cakram penuh. Tidak ada yang tersimpan. Kosongkan ruang, lalu simpan lagi.</translation>
    </message>
    <message>
        <source>The store may not be written. Ask who looks after this computer for the right to write.</source>
        <translation>Penyimpanan tidak boleh ditulis. Minta hak tulis kepada pengelola komputer ini.</translation>
    </message>
    <message>
        <source>The store is damaged. Work no further with it and call support.</source>
        <translation>Penyimpanan rusak. Jangan dipakai lagi dan hubungi dukungan.</translation>
    </message>
    <message>
        <source>The disk reported an error. What was saved before is safe; try again, then call support.</source>
        <translation>Cakram melaporkan kesalahan. Yang sudah tersimpan aman; coba lagi, lalu hubungi dukungan.</translation>
    </message>
    <message>
        <source>The store was written by a newer Loket. Update this program.</source>
        <translation>Penyimpanan ditulis Loket yang lebih baru. Perbarui program ini.</translation>
    </message>
    <message>
        <source>Somebody saved this meanwhile. Look at the new values, then decide.</source>
        <translation>Data ini sudah disimpan orang lain. Lihat nilai barunya, lalu putuskan.</translation>
    </message>
    <message>
        <source>The centre can&apos;t be reached. Everything stays saved here and is sent later.</source>
        <translation>Pusat tidak terjangkau. Semua tetap tersimpan di sini dan dikirim nanti.</translation>
    </message>
    <message>
        <source>This case was saved before with other content. Open the saved one.</source>
        <translation>Kasus ini sudah tersimpan dengan isi lain. Buka yang tersimpan.</translation>
    </message>
    <message>
        <source>Cancelled. What was done so far is kept.</source>
        <translation>Dibatalkan. Yang sudah selesai tetap tersimpan.</translation>
    </message>
    <message>
        <source>Something went wrong inside Loket. Nothing was changed. Tell support what you did last.</source>
        <translation>Terjadi kesalahan di dalam Loket. Tidak ada yang berubah. Sampaikan ke dukungan apa yang terakhir dilakukan.</translation>
    </message>
    <message>
        <source>The centre is busy. It is tried again by itself.</source>
        <translation>Pusat sedang sibuk. Dicoba lagi dengan sendirinya.</translation>
    </message>
    <message>
        <source>The centre does not let this counter in. Call the branch office.</source>
        <translation>Pusat tidak menerima konter ini. Hubungi kantor cabang.</translation>
    </message>
    <message>
        <source>The centre no longer keeps this. The data is loaded anew.</source>
        <translation>Pusat tidak menyimpannya lagi. Data dimuat ulang.</translation>
    </message>
    <message>
        <source>What answered is not the centre. Nothing was sent; call the branch office.</source>
        <translation>Yang menjawab bukan pusat. Tidak ada yang dikirim; hubungi kantor cabang.</translation>
    </message>
    <message>
        <source>The store is in use by another program (a virus scanner or a backup?). Nothing was saved; try again in a moment. If it stays, tell support which programs run.</source>
        <translation>Penyimpanan sedang dipakai program lain (antivirus atau pencadangan?). Belum ada yang disimpan; coba lagi sebentar. Jika tetap begini, beri tahu dukungan program apa yang berjalan.</translation>
    </message>
    <message>
        <source>This can&apos;t be accepted as it is. Nothing was changed; tell support if it comes again.</source>
        <translation>Ini tidak dapat diterima. Tidak ada yang berubah; beri tahu dukungan bila terulang.</translation>
    </message>
    <message>
        <source>Everything on this counter was deleted by order of the centre. Nothing more can be done here; call the centre.</source>
        <translation>Semua isi konter ini dihapus atas perintah pusat. Di sini tidak ada lagi yang dapat dikerjakan; hubungi pusat.</translation>
    </message>
    <message>
        <source>Cleared away here after the centre had it for good; the centre can look it up.</source>
        <translation>Sudah dibersihkan di sini setelah tersimpan aman di pusat; pusat dapat mencarinya.</translation>
    </message>
</context>
<context>
    <name>Loket::TodayCard</name>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>cases submitted</source>
        <translation>kasus diajukan</translation>
    </message>
    <message>
        <source>cards printed</source>
        <translation>kartu dicetak</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>menunggu kirim</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation>konsep</translation>
    </message>
    <message>
        <source>Few blank cards. %1</source>
        <translation>Kartu kosong tinggal sedikit. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n printed card(s) wait too long for their owners</source>
        <translation>
            <numerusform>%n kartu jadi terlalu lama belum diambil</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Loket::UpcomingCard</name>
    <message>
        <source>What will change</source>
        <translation>Yang akan berubah</translation>
    </message>
    <message>
        <source>F1 tells why</source>
        <translation>F1 memberi alasan</translation>
    </message>
</context>
<context>
    <name>Loket::WhyPopup</name>
    <message>
        <source>Why?</source>
        <translation>Mengapa?</translation>
    </message>
    <message>
        <source>No rule is behind this: it is a matter of form, and the same everywhere.</source>
        <translation>Tidak ada aturan di baliknya: ini soal bentuk isian dan berlaku di mana saja.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Sumber: %1</translation>
    </message>
    <message>
        <source>Edition %1</source>
        <translation>Edisi %1</translation>
    </message>
    <message>
        <source>Edition %1, in force from %2</source>
        <translation>Edisi %1, berlaku mulai %2</translation>
    </message>
</context>
<context>
    <name>Loket::WorkStopCard</name>
    <message>
        <source>Soon no new cases</source>
        <translation>Sebentar lagi tanpa kasus baru</translation>
    </message>
    <message>
        <source>No new cases</source>
        <translation>Tanpa kasus baru</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Alasan: %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>sejak %1</translation>
    </message>
</context>
<context>
    <name>Loket::WorkTexts</name>
    <message>
        <source>Counter is being wiped</source>
        <translation>Konter sedang dihapus</translation>
    </message>
    <message>
        <source>Counter revoked</source>
        <translation>Konter dicabut</translation>
    </message>
    <message>
        <source>Counter frozen</source>
        <translation>Konter dibekukan</translation>
    </message>
    <message>
        <source>Loket is too old</source>
        <translation>Loket terlalu lama</translation>
    </message>
    <message>
        <source>The centre ordered that everything on this counter is deleted. What was not sent goes out first. Loket closes its work by itself then.</source>
        <translation>Pusat memerintahkan agar semua isi konter ini dihapus. Yang belum terkirim dikirim dahulu. Setelah itu Loket menutup pekerjaannya sendiri.</translation>
    </message>
    <message>
        <source>The centre takes nothing more from this counter. No new case can be made here; what was saved stays. Call the centre.</source>
        <translation>Pusat tidak menerima apa pun lagi dari konter ini. Kasus baru tidak dapat dibuat di sini; yang sudah disimpan tetap ada. Hubungi pusat.</translation>
    </message>
    <message>
        <source>The centre found a second counter with the same identity. No new case can be made here; what was saved stays. Call the centre.</source>
        <translation>Pusat menemukan konter kedua dengan identitas yang sama. Kasus baru tidak dapat dibuat di sini; yang sudah disimpan tetap ada. Hubungi pusat.</translation>
    </message>
    <message>
        <source>The centre froze this counter. No new case can be made here; what was saved is sent all the same. Call the centre.</source>
        <translation>Pusat membekukan konter ini. Kasus baru tidak dapat dibuat di sini; yang sudah disimpan tetap dikirim. Hubungi pusat.</translation>
    </message>
    <message>
        <source>The centre takes no new cases from this version of Loket. What was saved is sent all the same. Update the program.</source>
        <translation>Pusat tidak menerima kasus baru dari versi Loket ini. Yang sudah disimpan tetap dikirim. Perbarui programnya.</translation>
    </message>
    <message>
        <source>From %1 on the centre takes no new cases from this version of Loket. Update the program before.</source>
        <translation>Mulai %1 pusat tidak menerima kasus baru dari versi Loket ini. Perbarui programnya sebelum itu.</translation>
    </message>
</context>
<context>
    <name>PictureWords</name>
    <message>
        <source>This is not a picture. Choose a JPEG or PNG file.</source>
        <translation>Ini bukan gambar. Pilih berkas JPEG atau PNG.</translation>
    </message>
    <message>
        <source>Pictures of this kind can&apos;t be read. Save it as JPEG or PNG, then choose it again.</source>
        <translation>Jenis gambar ini tidak dapat dibaca. Simpan sebagai JPEG atau PNG, lalu pilih lagi.</translation>
    </message>
    <message>
        <source>The picture is too large (%1 megapixels; at most %2). Make it smaller, then choose it again.</source>
        <translation>Gambar terlalu besar (%1 megapiksel; paling banyak %2). Perkecil, lalu pilih lagi.</translation>
    </message>
    <message>
        <source>The file is too large to be a photo. Choose another one.</source>
        <translation>Berkas terlalu besar untuk sebuah foto. Pilih yang lain.</translation>
    </message>
    <message>
        <source>The picture is too small and would be blurred on the card (at least %1 x %2 pixels). Choose a larger one.</source>
        <translation>Gambar terlalu kecil dan akan kabur di kartu (paling kecil %1 x %2 piksel). Pilih yang lebih besar.</translation>
    </message>
    <message>
        <source>The picture is damaged or was not copied completely. Copy it again or choose another one.</source>
        <translation>Gambar rusak atau tidak tersalin seluruhnya. Salin lagi atau pilih yang lain.</translation>
    </message>
    <message>
        <source>The photo can&apos;t be made small enough to be sent. Choose another picture.</source>
        <translation>Foto tidak dapat dibuat cukup kecil untuk dikirim. Pilih gambar lain.</translation>
    </message>
</context>
<context>
    <name>ScanWords</name>
    <message>
        <source>This is neither a picture nor a PDF. Choose a JPEG, PNG or PDF file.</source>
        <translation>Ini bukan gambar dan bukan PDF. Pilih berkas JPEG, PNG, atau PDF.</translation>
    </message>
    <message>
        <source>The document is too small to be read (at least %1 pixels). Come nearer with the camera, or choose a larger picture.</source>
        <translation>Dokumen terlalu kecil untuk dibaca (paling sedikit %1 piksel). Dekatkan kamera, atau pilih gambar yang lebih besar.</translation>
    </message>
    <message>
        <source>The four corners do not enclose a document. Put each on a corner of it.</source>
        <translation>Keempat sudut tidak membentuk sebuah dokumen. Letakkan masing-masing di sudut dokumen.</translation>
    </message>
    <message>
        <source>The document can&apos;t be made small enough to be sent. Choose another picture.</source>
        <translation>Dokumen tidak dapat diperkecil agar bisa dikirim. Pilih gambar lain.</translation>
    </message>
    <message>
        <source>PDF files can&apos;t be read on this computer: the package poppler-utils is missing. Choose a picture instead.</source>
        <translation>Berkas PDF tidak dapat dibaca di komputer ini: paket poppler-utils tidak ada. Pilih gambar.</translation>
    </message>
    <message>
        <source>The PDF is too large (at most %1 MB). Save only the page that is needed.</source>
        <translation>PDF terlalu besar (paling besar %1 MB). Simpan halaman yang diperlukan saja.</translation>
    </message>
    <message>
        <source>The PDF has too many pages (%1; at most %2). Save only the page that is needed.</source>
        <translation>Halaman PDF terlalu banyak (%1; paling banyak %2). Simpan halaman yang diperlukan saja.</translation>
    </message>
    <message>
        <source>The PDF is protected by a password. Save it without one, or take a picture of it.</source>
        <translation>PDF dilindungi kata sandi. Simpan tanpa kata sandi, atau ambil gambarnya.</translation>
    </message>
    <message>
        <source>Reading the PDF took too long. Print it to a new PDF, or take a picture of it.</source>
        <translation>Membaca PDF terlalu lama. Cetak ke PDF baru, atau ambil gambarnya.</translation>
    </message>
    <message>
        <source>Reading was stopped. Choose another file, or the same one again.</source>
        <translation>Pembacaan dihentikan. Pilih berkas lain, atau berkas yang sama lagi.</translation>
    </message>
    <message>
        <source>The PDF is damaged or was not copied completely. Copy it again or choose another one.</source>
        <translation>PDF rusak atau tidak tersalin lengkap. Salin lagi atau pilih yang lain.</translation>
    </message>
</context>
</TS>
