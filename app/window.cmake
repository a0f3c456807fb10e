# SPDX-License-Identifier: Apache-2.0
# The window program as a library, so that tests and the tour open the same application, and its main().
add_library(loket_window STATIC
    application.cpp centrefactory.h counterclock.h devices/cupsline.cpp devices/cupsline.h devices/cupsprinter.cpp devices/cupsprinter.h devices/cupsworker.cpp devices/cupsworker.h
    devices/ippmessage.cpp devices/ippmessage.h onewindow.cpp onewindow.h rooms.cpp searchthread.cpp storecards.cpp storecards.h storeoffice.cpp
    storeofficesync.cpp enrolthread.cpp enrolthread.h syncpilot.cpp syncthread.cpp)
target_sources(loket_window PRIVATE wipeteller.cpp wipeteller.h)
add_library(Loket::Window ALIAS loket_window)
target_sources(loket_window PRIVATE
    devices/cameramode.cpp devices/cameramode.h devices/cameraprobe.cpp devices/cameraprobe.h devices/camerarig.cpp devices/camerarig.h
    devices/cameraroll.cpp devices/cameraroll.h devices/qtcamera.cpp devices/qtcamera.h)
target_link_libraries(loket_window PRIVATE Qt6::Multimedia)
target_include_directories(loket_window PUBLIC ${PROJECT_SOURCE_DIR})
target_compile_definitions(loket_window PRIVATE LOKET_VERSION="${PROJECT_VERSION}")
target_link_libraries(loket_window PUBLIC Loket::Forms PRIVATE Cups::Cups loket_warnings)
if(LOKET_PCH)
    target_precompile_headers(loket_window PRIVATE <QtCore> <QtWidgets>)
endif()

# Drives the real windows for --tour; tests use its hands and scripts too.
add_library(loket_tour STATIC
    tour/hand.cpp tour/hand.h tour/sampledetails.cpp tour/sampledetails.h tour/samplefamily.cpp tour/samplefamily.h tour/script.h tour/tour.cpp tour/tour.h tour/tourcards.cpp
    tour/tourcapture.cpp tour/tourdialogs.cpp tour/tourdialogs.h tour/tourcamera.cpp tour/tourcamera.h tour/tourprinter.cpp tour/tourprinter.h
    tour/tourservices.cpp tour/toursteps.cpp)
add_library(Loket::Tour ALIAS loket_tour)
# Frames of coroutines have types without linkage: g++ warns about them in a file that another one includes.
set_target_properties(loket_tour PROPERTIES UNITY_BUILD OFF)
target_link_libraries(loket_tour PUBLIC Loket::Window PRIVATE Qt6::Test loket_warnings)
if(LOKET_PCH)
    target_precompile_headers(loket_tour PRIVATE <QtCore> <QtWidgets>)
endif()

add_executable(loket main.cpp)
target_compile_definitions(loket PRIVATE LOKET_VERSION="${PROJECT_VERSION}")
target_link_libraries(loket PRIVATE Loket::Tour loket_warnings)
install(TARGETS loket RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
