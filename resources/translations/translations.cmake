# SPDX-License-Identifier: Apache-2.0
# Compiles the translations into the windows' library. Included by forms/CMakeLists.txt, where that target is made.
set(loket_ts ${CMAKE_CURRENT_LIST_DIR}/loket_id.ts ${CMAKE_CURRENT_LIST_DIR}/loket_en.ts)
qt_add_lrelease(loket_forms TS_FILES ${loket_ts} QM_FILES_OUTPUT_VARIABLE loket_qm OPTIONS -silent)
qt_add_resources(loket_forms forms_i18n PREFIX /i18n BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${loket_qm})

# Brings the .ts files up to date with the sources; new texts come in as "unfinished".
add_custom_target(update_translations
    COMMAND Qt6::lupdate ${PROJECT_SOURCE_DIR}/forms ${PROJECT_SOURCE_DIR}/app -extensions cpp,h -I ${PROJECT_SOURCE_DIR} -locations none -no-obsolete
        -source-language en -target-language id -ts ${CMAKE_CURRENT_LIST_DIR}/loket_id.ts
    COMMAND Qt6::lupdate ${PROJECT_SOURCE_DIR}/forms ${PROJECT_SOURCE_DIR}/app -extensions cpp,h -I ${PROJECT_SOURCE_DIR} -locations none -no-obsolete
        -source-language en -target-language en -pluralonly -ts ${CMAKE_CURRENT_LIST_DIR}/loket_en.ts
    VERBATIM)
