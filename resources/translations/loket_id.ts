<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id" sourcelanguage="en">
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
    <name>Loket::Format</name>
    <message>
        <source>yesterday %1</source>
        <translation>kemarin %1</translation>
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
    <name>Loket::Texts</name>
    <message>
        <source>draft</source>
        <translation>konsep</translation>
    </message>
    <message>
        <source>saved, waiting to be sent</source>
        <translation>tersimpan</translation>
    </message>
    <message>
        <source>waiting for the supervisor</source>
        <translation>menunggu penyelia</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>dikirim</translation>
    </message>
    <message>
        <source>received by the server</source>
        <translation>diterima server</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>disetujui</translation>
    </message>
    <message>
        <source>accepted with changes</source>
        <translation>disetujui dengan perubahan</translation>
    </message>
    <message>
        <source>needs correction</source>
        <translation>perlu perbaikan</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>needs a decision</source>
        <translation>perlu keputusan</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>ditahan</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>dibatalkan</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Calon peserta</translation>
    </message>
    <message>
        <source>Waiting for payment</source>
        <translation>Menunggu bayar</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>In arrears</source>
        <translation>Menunggak</translation>
    </message>
    <message>
        <source>Ends this month</source>
        <translation>Berakhir bulan ini</translation>
    </message>
    <message>
        <source>Ended after dismissal</source>
        <translation>Berakhir setelah PHK</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Meninggal</translation>
    </message>
    <message>
        <source>Changing segment</source>
        <translation>Alih segmen</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kepala</translation>
    </message>
    <message>
        <source>Husband</source>
        <translation>Suami</translation>
    </message>
    <message>
        <source>Wife</source>
        <translation>Istri</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Anak</translation>
    </message>
    <message>
        <source>Other family</source>
        <translation>Keluarga lain</translation>
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
        <source>The store is busy. Try again in a moment.</source>
        <translation>Penyimpanan sedang sibuk. Coba lagi sebentar.</translation>
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
        <source>This can&apos;t be accepted: %1</source>
        <translation>Tidak dapat diterima: %1</translation>
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
</context>
</TS>
